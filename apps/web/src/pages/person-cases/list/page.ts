import { strandListPage } from '../../../strand-list-page.js';

/** Persons of concern by where they stand and how soon something is to be done. */
export const page = strandListPage('person-cases');
