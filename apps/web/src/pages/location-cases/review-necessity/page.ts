import { strandCommandPage } from '../../../strand-command-page.js';

/** Review necessity, of a place. */
export const page = strandCommandPage('location-cases', 'review-necessity');
