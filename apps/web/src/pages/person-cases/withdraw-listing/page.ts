import { strandCommandPage } from '../../../strand-command-page.js';

/** Withdraw the listing, of a person of concern. */
export const page = strandCommandPage('person-cases', 'withdraw-listing');
