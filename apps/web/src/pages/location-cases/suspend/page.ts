import { strandCommandPage } from '../../../strand-command-page.js';

/** Suspend, of a place. */
export const page = strandCommandPage('location-cases', 'suspend');
