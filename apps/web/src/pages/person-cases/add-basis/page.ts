import { strandCommandPage } from '../../../strand-command-page.js';

/** Add a basis, of a person of concern. */
export const page = strandCommandPage('person-cases', 'add-basis');
