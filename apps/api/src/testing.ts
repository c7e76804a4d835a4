export { type BigSitting, bigSitting } from './testing/big-sitting.js';
export { openPdf } from '@mase/documents/testing';
