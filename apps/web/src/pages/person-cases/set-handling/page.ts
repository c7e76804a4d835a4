import { strandCommandPage } from '../../../strand-command-page.js';

/** Set how it is handled, of a person of concern. */
export const page = strandCommandPage('person-cases', 'set-handling');
