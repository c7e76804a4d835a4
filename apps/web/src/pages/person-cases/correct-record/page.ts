import { strandCommandPage } from '../../../strand-command-page.js';

/** Correct an entry, of a person of concern. */
export const page = strandCommandPage('person-cases', 'correct-record');
