import { localDate } from '../clocks/time-zone.js';
import type { Context, Fault } from '../model.js';
import type { StrandCaseStanding } from './standing.js';

/** What a payload rule of a strand is told. */
export type Ctx<P extends object> = Context<StrandCaseStanding, P>;

/** One fault, in a list. */
export const fault = (pointer: string, code: string, detail: string): Fault[] => [{ pointer, code, detail }];
/** A fault where nothing is given. */
export const asked = (value: unknown, field: string, detail: string): Fault[] =>
  value ? [] : fault(`/${field}`, 'asked', detail);
/** The day on which the command is given, as the area has it. */
export const today = ({ at, profile }: Ctx<object>): string => localDate(at, profile.timeZone);
