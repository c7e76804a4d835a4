import {
  type ContactDetail,
  contactWays,
  mostContactDetails,
  type RecordCarerPayload,
  safeContacts,
} from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { OneOf, Optional, Parts, Text } from '../fields.js';

/** One way to reach somebody, with what keeps it safe. */
export class ContactDetailBody implements ContactDetail {
  @OneOf(contactWays)
  way: ContactDetail['way'];

  @Text(400)
  value: string;

  @Optional()
  @Text(400)
  bestWay?: string;

  @Optional()
  @Text(400)
  when?: string;

  @Optional()
  @Text(400)
  notSay?: string;
}

/** A carer or contact, and by which rules it is safe to reach them. */
export class RecordCarerBody extends CommandBody implements RecordCarerPayload {
  @Text(200)
  name: string;

  @Text(100)
  relation: string;

  @OneOf(['yes', 'no'])
  asParent: RecordCarerPayload['asParent'];

  @OneOf(['yes', 'no', 'not-yet-known'])
  livesWith: RecordCarerPayload['livesWith'];

  @Optional()
  @Parts(() => ContactDetailBody, mostContactDetails)
  contacts?: ContactDetailBody[];

  @OneOf(safeContacts)
  mayContact: RecordCarerPayload['mayContact'];

  @Optional()
  @Text(1000)
  safeHow?: string;
}

/** `POST /api/v1/children/:id/record-carer`. */
export const recordCarer = command('children/record-carer', RecordCarerBody);
