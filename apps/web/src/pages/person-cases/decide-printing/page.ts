import { strandCommandPage } from '../../../strand-command-page.js';

/** Decide on printing, of a person of concern. */
export const page = strandCommandPage('person-cases', 'decide-printing');
