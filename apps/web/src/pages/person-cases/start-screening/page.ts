import { strandCommandPage } from '../../../strand-command-page.js';

/** Start screening, of a person of concern. */
export const page = strandCommandPage('person-cases', 'start-screening');
