import { strandCommandPage } from '../../../strand-command-page.js';

/** Suspend, of a person of concern. */
export const page = strandCommandPage('person-cases', 'suspend');
