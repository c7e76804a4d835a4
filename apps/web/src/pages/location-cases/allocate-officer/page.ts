import { strandCommandPage } from '../../../strand-command-page.js';

/** Change the officer who owns it, of a place. */
export const page = strandCommandPage('location-cases', 'allocate-officer');
