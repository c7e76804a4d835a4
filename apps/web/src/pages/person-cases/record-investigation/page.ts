import { strandCommandPage } from '../../../strand-command-page.js';

/** Record the investigation, of a person of concern. */
export const page = strandCommandPage('person-cases', 'record-investigation');
