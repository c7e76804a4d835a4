import { strandCommandPage } from '../../../strand-command-page.js';

/** Withdraw a basis, of a person of concern. */
export const page = strandCommandPage('person-cases', 'withdraw-basis');
