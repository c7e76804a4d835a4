export { openPdf } from '@mase/documents/testing';
export { type BigSitting, bigSitting } from './testing/big-sitting.js';
