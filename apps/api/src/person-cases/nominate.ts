import type { NominatePayload } from '@mase/workflow';
import { command } from '../command.js';
import { Id, Optional, Part } from '../fields.js';
import { DescribedPerson } from '../persons/person-description.js';
import { OpenStrandBody } from '../strand-cases/open-body.js';

/** Who is nominated, on which basis, and why it concerns children. */
export class NominateBody extends OpenStrandBody implements NominatePayload {
  @Optional()
  @Id()
  personId?: string;

  @Optional()
  @Part(() => DescribedPerson)
  person?: DescribedPerson;
}

/** `POST /api/v1/person-cases/nominate`. */
export const nominate = command('person-cases/nominate', NominateBody);
