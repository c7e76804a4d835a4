import type { EnterWeekPayload, Shift } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Day, Id, Instant, Parts } from '../fields.js';

/** One place on the rota. */
export class ShiftBody implements Shift {
  @Id()
  userId: string;

  @Instant()
  from: string;

  @Instant()
  until: string;
}

/** Everybody who is on duty in the seven days from a day; it replaces what stood for them. */
export class EnterWeekBody extends CommandBody implements EnterWeekPayload {
  @Day()
  weekFrom: string;

  @Parts(() => ShiftBody, 40)
  shifts: ShiftBody[];
}

/** `POST /api/v1/duty-rotas/:id/enter-week`. */
export const enterWeek = command('duty-rotas/enter-week', EnterWeekBody);
