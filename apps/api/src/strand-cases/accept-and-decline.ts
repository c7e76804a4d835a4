import {
  type AcceptStrandPayload,
  type DeclineReason,
  type DeclineStrandPayload,
  declineReasons,
} from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Id, OneOf, Optional, Text } from '../fields.js';

/** Why it is necessary to keep the record, what was checked, and who owns it. */
export class AcceptStrandBody extends CommandBody implements AcceptStrandPayload {
  @Text(5000)
  necessity: string;

  @OneOf(['none-found', 'joined'])
  duplicateCheck: 'none-found' | 'joined';

  @Optional()
  @OneOf(['ours', 'joint'])
  jurisdiction?: 'ours' | 'joint';

  @Optional()
  @Id()
  officerId?: string;
}

/** Why it is not taken on, and who was told. */
export class DeclineStrandBody extends CommandBody implements DeclineStrandPayload {
  @OneOf(declineReasons)
  reason: DeclineReason;

  @Text(5000)
  words: string;

  @Optional()
  @Text(2000)
  told?: string;
}

/** `POST /api/v1/person-cases/:id/accept-nomination` and `decline-nomination`. */
export const ofNomination = [
  command('person-cases/accept-nomination', AcceptStrandBody),
  command('person-cases/decline-nomination', DeclineStrandBody),
] as const;

/** `POST /api/v1/location-cases/:id/accept-report` and `decline-report`. */
export const ofReport = [
  command('location-cases/accept-report', AcceptStrandBody),
  command('location-cases/decline-report', DeclineStrandBody),
] as const;
