import { strandCommandPage } from '../../../strand-command-page.js';

/** Refuse the removal, of a person of concern. */
export const page = strandCommandPage('person-cases', 'refuse-removal');
