import { strandCasePage } from '../../../strand-case-page.js';

/** One case about a person of concern. */
export const page = strandCasePage('person-cases');
