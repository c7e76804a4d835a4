import {
  type Awareness,
  type Concern,
  concerns,
  type HostedPayload,
  type RecordReferralPayload,
} from '@mase/workflow';
import { ChildDescriptionBody } from '../children/child-description.js';
import { CommandBody, command } from '../command.js';
import { Day, Id, OneOf, Optional, Part, Text, Truth } from '../fields.js';

/** Whether somebody knows of the referral and agrees; each apart. */
export class AwarenessBody implements Awareness {
  @OneOf(['yes', 'no', 'not-yet-known'])
  knows: Awareness['knows'];

  @OneOf(['yes', 'no', 'not-asked', 'not-yet-known'])
  agrees: Awareness['agrees'];

  @Optional()
  @Text(2000)
  reason?: string;
}

/** The area that placed a looked-after child here, and who answers for the child there. */
export class HostedBody implements HostedPayload {
  @Text(200)
  area: string;

  @Text(500)
  contact: string;

  @Optional()
  @Text(60)
  reference?: string;

  @Day()
  since: string;
}

/** A referral: what was seen or said, a description of who, and whether there is immediate danger. */
export class RecordReferralBody extends CommandBody implements Omit<RecordReferralPayload, 'proposalId'> {
  @Optional()
  @Id()
  childId?: string;

  @Optional()
  @Part(() => ChildDescriptionBody)
  child?: ChildDescriptionBody;

  @Text(20_000)
  seenOrSaid: string;

  @Truth()
  immediateDanger: boolean;

  @Optional()
  @Text(40)
  source?: string;

  @Optional()
  @OneOf(concerns)
  concern?: Concern;

  @Optional()
  @Text(5000)
  household?: string;

  @Optional()
  @OneOf(['yes', 'no', 'not-yet-known'])
  concernAtHome?: 'yes' | 'no' | 'not-yet-known';

  @Optional()
  @Text(200)
  concernAtHomeWho?: string;

  @Optional()
  @Part(() => AwarenessBody)
  childAware?: AwarenessBody;

  @Optional()
  @Part(() => AwarenessBody)
  parentAware?: AwarenessBody;

  @Optional()
  @Part(() => HostedBody)
  hosted?: HostedBody;

  @Optional()
  @OneOf(['yes', 'no', 'not-yet-known'])
  positionOfTrust?: 'yes' | 'no' | 'not-yet-known';

  @Optional()
  @Text(200)
  onBehalfOf?: string;
}

/** `POST /api/v1/child-cases/record-referral`. */
export const recordReferral = command('child-cases/record-referral', RecordReferralBody);
