import { strandCommandPage } from '../../../strand-command-page.js';

/** Resume, of a place. */
export const page = strandCommandPage('location-cases', 'resume');
