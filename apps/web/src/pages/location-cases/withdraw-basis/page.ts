import { strandCommandPage } from '../../../strand-command-page.js';

/** Withdraw a basis, of a place. */
export const page = strandCommandPage('location-cases', 'withdraw-basis');
