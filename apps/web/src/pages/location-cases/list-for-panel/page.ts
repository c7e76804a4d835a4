import { strandCommandPage } from '../../../strand-command-page.js';

/** List for the panel, of a place. */
export const page = strandCommandPage('location-cases', 'list-for-panel');
