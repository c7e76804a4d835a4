import { strandCommandPage } from '../../../strand-command-page.js';

/** Correct an entry, of a place. */
export const page = strandCommandPage('location-cases', 'correct-record');
