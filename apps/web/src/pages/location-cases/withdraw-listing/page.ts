import { strandCommandPage } from '../../../strand-command-page.js';

/** Withdraw the listing, of a place. */
export const page = strandCommandPage('location-cases', 'withdraw-listing');
