import { strandCommandPage } from '../../../strand-command-page.js';

/** Review necessity, of a person of concern. */
export const page = strandCommandPage('person-cases', 'review-necessity');
