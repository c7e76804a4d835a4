import { strandCommandPage } from '../../../strand-command-page.js';

/** Record what was found after a removal, of a place. */
export const page = strandCommandPage('location-cases', 'record-next-check');
