import { strandCommandPage } from '../../../strand-command-page.js';

/** Change when it is looked at again, of a place. */
export const page = strandCommandPage('location-cases', 'change-release');
