import { strandCommandPage } from '../../../strand-command-page.js';

/** Record preparation for reopening, of a place. */
export const page = strandCommandPage('location-cases', 'prepare-release');
