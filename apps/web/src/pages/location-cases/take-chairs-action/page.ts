import { strandCommandPage } from '../../../strand-command-page.js';

/** Chair’s action between sittings, of a place. */
export const page = strandCommandPage('location-cases', 'take-chairs-action');
