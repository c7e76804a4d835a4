import { strandCommandPage } from '../../../strand-command-page.js';

/** Change the officer who owns it, of a person of concern. */
export const page = strandCommandPage('person-cases', 'allocate-officer');
