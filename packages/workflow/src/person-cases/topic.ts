import { personStrand } from '../strand-cases/strand.js';
import { strandCaseTopic } from '../strand-cases/topic.js';

/** The topic of a case about a person of concern: one episode from nomination to removal. */
export const personCases = strandCaseTopic(personStrand);
