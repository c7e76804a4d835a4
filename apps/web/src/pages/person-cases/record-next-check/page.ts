import { strandCommandPage } from '../../../strand-command-page.js';

/** Record what was found after a removal, of a person of concern. */
export const page = strandCommandPage('person-cases', 'record-next-check');
