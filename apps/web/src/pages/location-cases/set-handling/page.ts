import { strandCommandPage } from '../../../strand-command-page.js';

/** Set how it is handled, of a place. */
export const page = strandCommandPage('location-cases', 'set-handling');
