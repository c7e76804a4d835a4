import { strandCommandPage } from '../../../strand-command-page.js';

/** Approve the removal, of a place. */
export const page = strandCommandPage('location-cases', 'approve-removal');
