import { strandCommandPage } from '../../../strand-command-page.js';

/** List for the panel, of a person of concern. */
export const page = strandCommandPage('person-cases', 'list-for-panel');
