import { strandCommandPage } from '../../../strand-command-page.js';

/** Propose removal, of a place. */
export const page = strandCommandPage('location-cases', 'propose-removal');
