import { strandCommandPage } from '../../../strand-command-page.js';

/** Record that copies were recalled, of a place. */
export const page = strandCommandPage('location-cases', 'record-recall');
