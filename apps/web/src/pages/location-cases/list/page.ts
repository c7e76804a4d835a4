import { strandListPage } from '../../../strand-list-page.js';

/** Places by where they stand and how soon something is to be done. */
export const page = strandListPage('location-cases');
