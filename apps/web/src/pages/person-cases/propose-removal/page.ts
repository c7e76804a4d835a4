import { strandCommandPage } from '../../../strand-command-page.js';

/** Propose removal, of a person of concern. */
export const page = strandCommandPage('person-cases', 'propose-removal');
