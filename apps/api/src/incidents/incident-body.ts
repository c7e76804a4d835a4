import {
  type Handling,
  handlings,
  type IncidentKind,
  incidentKinds,
  partiesKept,
  type RecordIncidentPayload,
} from '@mase/workflow';
import { CommandBody } from '../command.js';
import { Day, Ids, OneOf, Optional, Parts, Text } from '../fields.js';

/** Somebody who suffered an incident or is said to have done it: by the police's own number, left out where nobody knows who it is. */
export class IncidentPartyBody {
  @Optional()
  @Text(40)
  reference?: string;
}

/** What is known of an incident. */
export class IncidentFactsBody
  extends CommandBody
  implements Omit<RecordIncidentPayload, 'force' | 'reference' | 'outcome' | 'another'>
{
  @OneOf(incidentKinds)
  kind: IncidentKind;

  @Text(200)
  offence: string;

  @Optional()
  @Day()
  committed?: string;

  @Optional()
  @Day()
  committedTo?: string;

  @Day()
  recorded: string;

  @Optional()
  @Text(200)
  place?: string;

  @Parts(() => IncidentPartyBody, partiesKept)
  victims: IncidentPartyBody[];

  @Parts(() => IncidentPartyBody, partiesKept)
  offenders: IncidentPartyBody[];

  @Optional()
  @OneOf(handlings)
  handling?: Handling;

  @Optional()
  @Ids(12)
  readers?: string[];
}
