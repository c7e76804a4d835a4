import { type Known, sealedPosition, type Tx } from '@mase/store';
import { instantOf, localDate, type Role, type ScorecardId, scorecardIds } from '@mase/workflow';
import { Day, isInstant, OneOf, Optional, Text } from '../fields.js';
import { invalid } from '../problem.js';
import { DaysQuery } from '../report-of-days.js';
import type { Asking } from '../view.js';
import { endOfDay } from './compared-known.js';

/** Which scorecard, of which days, beside which others, as known when, and whether it leaves the partnership. */
export class ScorecardQuery extends DaysQuery {
  @OneOf(scorecardIds)
  scorecard: ScorecardId;

  @Optional()
  @Day()
  compareFrom?: string;

  @Optional()
  @Day()
  compareTo?: string;

  /** A day, of which the end counts, or an instant; as known now where it is left out. */
  @Optional()
  @Text(40)
  asAt?: string;

  /** Outside the partnership small numbers are kept back. */
  @Optional()
  @OneOf(['partnership', 'outside'])
  for?: 'partnership' | 'outside';
}

/** Which figure's records: of one of its parts, where it has parts. */
export class FigureQuery extends ScorecardQuery {
  @Text(80)
  figure: string;

  @Optional()
  @Text(300)
  part?: string;

  @Optional()
  @OneOf(['period', 'comparison'])
  of?: 'period' | 'comparison';
}

const steering: readonly Role[] = ['coordinator', 'chair', 'deputy-chair', 'senior', 'auditor', 'manager'];
const police: readonly Role[] = ['police-desk', 'intelligence-officer', 'intelligence-supervisor'];

/** Whose part a scorecard is, as in the functions of the database that count. */
export function scorecardReaders(id: ScorecardId): readonly Role[] {
  if (id === 'missing') return [...steering, 'police-desk', 'interviewer'];
  if (id === 'incidents') return [...steering.filter((role) => role !== 'manager'), ...police];
  return steering;
}

const wrong = (code: string, detail: string) =>
  invalid('Say another time.', [{ pointer: '/asAt', code, detail }]);

/**
 * Up to when everything is known: now, or the last sealed place of the ledger at the end of a day or at an instant.
 * Refuses (400) what is neither, what lies ahead, and a time before the ledger began.
 */
export async function knownAsAt(tx: Tx, asAt: string | undefined, { now, profile }: Asking): Promise<Known> {
  if (asAt === undefined) return { entries: null, at: now };
  const instant = instantOfText(asAt, profile.timeZone);
  if (!instant)
    throw wrong('as-at', 'Say a day such as 2026-11-30, or an instant such as 2026-11-30T09:00:00.000Z.');
  const isToday = asAt.length === 10 && asAt === localDate(now, profile.timeZone);
  if (instant > now && !isToday) throw wrong('future', 'It lies ahead.');
  const known = await sealedPosition(tx, instant);
  if (!known) throw wrong('not-sealed', 'Nothing was sealed in the ledger by then.');
  return known;
}

/** The instant that a text says, of a day its last minute; undefined where it is neither. */
function instantOfText(text: string, timeZone: string): string | undefined {
  if (isInstant(text)) return new Date(text).toISOString();
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
  if (!isDay || new Date(text).toISOString().slice(0, 10) !== text) return undefined;
  return instantOf(Date.parse(endOfDay(text, timeZone)) - 1);
}
