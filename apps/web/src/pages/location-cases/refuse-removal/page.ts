import { strandCommandPage } from '../../../strand-command-page.js';

/** Refuse the removal, of a place. */
export const page = strandCommandPage('location-cases', 'refuse-removal');
