import { strandCommandPage } from '../../../strand-command-page.js';

/** Add a basis, of a place. */
export const page = strandCommandPage('location-cases', 'add-basis');
