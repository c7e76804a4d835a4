import { locationStrand } from '../strand-cases/strand.js';
import { strandCaseTopic } from '../strand-cases/topic.js';

/** The topic of a case about a location: one episode from report to removal. */
export const locationCases = strandCaseTopic(locationStrand);
