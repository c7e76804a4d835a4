import { strandCommandPage } from '../../../strand-command-page.js';

/** Resume, of a person of concern. */
export const page = strandCommandPage('person-cases', 'resume');
