import { strandCommandPage } from '../../../strand-command-page.js';

/** Defer the listing, of a person of concern. */
export const page = strandCommandPage('person-cases', 'defer-listing');
