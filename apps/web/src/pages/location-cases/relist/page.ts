import { strandCommandPage } from '../../../strand-command-page.js';

/** Take it up again, of a place. */
export const page = strandCommandPage('location-cases', 'relist');
