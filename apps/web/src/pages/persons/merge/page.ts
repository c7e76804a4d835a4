import { strandMergePage } from '../../../strand-merge-page.js';

/** Joins two records of one person. */
export const page = strandMergePage('persons');
