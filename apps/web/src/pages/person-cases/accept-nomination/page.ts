import { strandCommandPage } from '../../../strand-command-page.js';

/** Accept the nomination, of a person of concern. */
export const page = strandCommandPage('person-cases', 'accept-nomination');
