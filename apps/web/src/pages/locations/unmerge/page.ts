import { strandUnmergePage } from '../../../strand-merge-page.js';

/** Takes two joined records apart. */
export const page = strandUnmergePage('locations');
