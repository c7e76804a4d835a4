import { strandCommandPage } from '../../../strand-command-page.js';

/** Start screening, of a place. */
export const page = strandCommandPage('location-cases', 'start-screening');
