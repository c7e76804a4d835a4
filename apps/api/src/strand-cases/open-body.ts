import {
  type BasisCode,
  type GivenBasis,
  locationBases,
  type OpenStrandPayload,
  personBases,
} from '@mase/workflow';
import { CommandBody } from '../command.js';
import { Day, OneOf, Optional, Parts, Text } from '../fields.js';

/** A reason to be on the books, and the day that it tells of. */
export class BasisBody implements GivenBasis {
  @OneOf([...personBases, ...locationBases])
  code: BasisCode;

  @Optional()
  @Day()
  on?: string;
}

/** What whoever opens a case of either strand says. */
export class OpenStrandBody extends CommandBody implements OpenStrandPayload {
  @Parts(() => BasisBody, 6, 1)
  bases: BasisBody[];

  @Text(10_000)
  why: string;
}
