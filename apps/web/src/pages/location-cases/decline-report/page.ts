import { strandCommandPage } from '../../../strand-command-page.js';

/** Decline the report, of a place. */
export const page = strandCommandPage('location-cases', 'decline-report');
