export { type BigSitting, bigSitting } from './testing/big-sitting.js';
