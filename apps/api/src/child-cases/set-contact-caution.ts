import { type CautionParty, cautionParties, type SetContactCautionPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Day, OneOf, Text } from '../fields.js';

/** Who is not to be contacted, how, why, and until when. */
export class SetContactCautionBody extends CommandBody implements SetContactCautionPayload {
  @OneOf(cautionParties)
  party: CautionParty;

  @Text(500)
  who: string;

  @Text(2000)
  whatNot: string;

  @Text(2000)
  why: string;

  @Day()
  until: string;
}

/** `POST /api/v1/child-cases/:id/set-contact-caution`. */
export const setContactCaution = command('child-cases/set-contact-caution', SetContactCautionBody);
