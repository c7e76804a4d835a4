import { type AddBasisPayload, type BasisCode, locationBases, personBases } from '@mase/workflow';
import { CommandBody } from '../command.js';
import { Day, OneOf, Optional, Text } from '../fields.js';
import { ofBothStrands } from './of-both-strands.js';

/** Another reason to be on the books, the day that it tells of, and its words. */
export class AddBasisBody extends CommandBody implements AddBasisPayload {
  @OneOf([...personBases, ...locationBases])
  code: BasisCode;

  @Optional()
  @Day()
  on?: string;

  @Text(5000)
  words: string;
}

/** `POST /api/v1/person-cases/:id/add-basis`, and the same of `location-cases`. */
export const addBasis = ofBothStrands('add-basis', AddBasisBody);
