import { strandCommandPage } from '../../../strand-command-page.js';

/** Answer for a person who is a child, of a person of concern. */
export const page = strandCommandPage('person-cases', 'answer-for-child');
