import { strandCommandPage } from '../../../strand-command-page.js';

/** Decline the nomination, of a person of concern. */
export const page = strandCommandPage('person-cases', 'decline-nomination');
