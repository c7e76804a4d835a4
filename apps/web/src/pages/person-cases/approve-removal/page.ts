import { strandCommandPage } from '../../../strand-command-page.js';

/** Approve the removal, of a person of concern. */
export const page = strandCommandPage('person-cases', 'approve-removal');
