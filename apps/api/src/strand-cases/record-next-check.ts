import { RecordNextCheckBody } from '../child-cases/record-next-check.js';
import { ofBothStrands } from './of-both-strands.js';

/** `POST /api/v1/person-cases/:id/record-next-check`, and the same of `location-cases`. */
export const recordStrandCheck = ofBothStrands('record-next-check', RecordNextCheckBody);
