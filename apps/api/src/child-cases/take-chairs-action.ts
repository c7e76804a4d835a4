import {
  type ChairsAction,
  type ChairsActionGiven,
  type Consulted,
  chairsActions,
  type Grade,
  grades,
  type TakeChairsActionPayload,
} from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Day, Id, Instant, OneOf, Optional, Parts, Text } from '../fields.js';

/** One agency that the chair consulted. */
export class ConsultedBody implements Consulted {
  @Text(200)
  agency: string;

  @Text(200)
  name: string;

  @Instant()
  at: string;

  @Text(2000)
  said: string;
}

/** An action that the chair gives. */
export class ChairsActionGivenBody implements ChairsActionGiven {
  @Text(2000)
  what: string;

  @Id()
  ownerId: string;

  @Optional()
  @Day()
  due?: string;
}

/** What the chair does between sittings, whom he or she consulted, and why it cannot wait. */
export class TakeChairsActionBody extends CommandBody implements TakeChairsActionPayload {
  @OneOf(chairsActions)
  did: ChairsAction;

  @Text(4000)
  reasons: string;

  @Parts(() => ConsultedBody, 10)
  consulted: ConsultedBody[];

  @Optional()
  @OneOf(grades)
  grade?: Grade;

  @Optional()
  @Parts(() => ChairsActionGivenBody, 10)
  actions?: ChairsActionGivenBody[];

  @Optional()
  @Text(400)
  escalatedTo?: string;
}

/** `POST /api/v1/child-cases/:id/take-chairs-action`. */
export const takeChairsAction = command('child-cases/take-chairs-action', TakeChairsActionBody);
