import { strandCommandPage } from '../../../strand-command-page.js';

/** Set the priority, of a place. */
export const page = strandCommandPage('location-cases', 'set-priority');
