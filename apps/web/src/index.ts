export { buildWeb, type WebOptions } from './app.js';
