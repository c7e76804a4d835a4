import { strandMergePage } from '../../../strand-merge-page.js';

/** Joins two records of one place. */
export const page = strandMergePage('locations');
