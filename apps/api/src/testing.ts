export { openPdf } from '@mase/documents/testing';
export { type BigSitting, bigSitting } from './testing/big-sitting.js';
export { aSittingOf, type SittingMaker, type SittingOf } from './testing/sitting-of.js';
