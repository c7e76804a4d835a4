import { strandCommandPage } from '../../../strand-command-page.js';

/** Change the release or return, of a person of concern. */
export const page = strandCommandPage('person-cases', 'change-release');
