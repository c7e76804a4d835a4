import { strandCommandPage } from '../../../strand-command-page.js';

/** Chair’s action between sittings, of a person of concern. */
export const page = strandCommandPage('person-cases', 'take-chairs-action');
