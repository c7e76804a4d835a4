import { strandCasePage } from '../../../strand-case-page.js';

/** One case about a place. */
export const page = strandCasePage('location-cases');
