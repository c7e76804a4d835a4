import { strandCommandPage } from '../../../strand-command-page.js';

/** Take it up again, of a person of concern. */
export const page = strandCommandPage('person-cases', 'relist');
