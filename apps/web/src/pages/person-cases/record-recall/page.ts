import { strandCommandPage } from '../../../strand-command-page.js';

/** Record that copies were recalled, of a person of concern. */
export const page = strandCommandPage('person-cases', 'record-recall');
