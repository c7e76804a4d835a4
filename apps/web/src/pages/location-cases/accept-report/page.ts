import { strandCommandPage } from '../../../strand-command-page.js';

/** Take the place on, of a place. */
export const page = strandCommandPage('location-cases', 'accept-report');
