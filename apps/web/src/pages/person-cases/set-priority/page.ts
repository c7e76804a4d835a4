import { strandCommandPage } from '../../../strand-command-page.js';

/** Set the priority, of a person of concern. */
export const page = strandCommandPage('person-cases', 'set-priority');
