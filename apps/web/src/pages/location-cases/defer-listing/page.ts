import { strandCommandPage } from '../../../strand-command-page.js';

/** Defer the listing, of a place. */
export const page = strandCommandPage('location-cases', 'defer-listing');
