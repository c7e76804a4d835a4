import type { RaiseImmediateDangerPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Optional, Text } from '../fields.js';

/** A child in immediate danger: what happens, and where. Whoever reads this calls 999 first. */
export class RaiseImmediateDangerBody extends CommandBody implements RaiseImmediateDangerPayload {
  @Text(5000)
  what: string;

  @Optional()
  @Text(500)
  where?: string;
}

/** `POST /api/v1/child-cases/:id/raise-immediate-danger`. */
export const raiseImmediateDanger = command('child-cases/raise-immediate-danger', RaiseImmediateDangerBody);
