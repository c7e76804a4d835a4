import { strandCommandPage } from '../../../strand-command-page.js';

/** Record preparation for release, of a person of concern. */
export const page = strandCommandPage('person-cases', 'prepare-release');
