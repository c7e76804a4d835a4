export { type AppParts, buildApp } from './app.js';
export { type Founded, foundDemonstration } from './demonstration/found.js';
