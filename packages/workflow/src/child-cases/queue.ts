import type { QueueLine, StoredRecord } from '../model.js';
import { clocksFromBirth } from './adulthood.js';
import { manager, worker } from './principals.js';
import { dangerWatchers } from './record-danger.js';
import { regionsOf } from './rules.js';
import { type ChildCaseStanding, proposedGrade, rulingGrade } from './standing.js';

function deferred({ at, until }: NonNullable<ChildCaseStanding['listing']>): string {
  return until ? `${until}T00:00:00.000Z` : at;
}

/** Danger that nobody has acknowledged waits with everybody who was alerted, not in one list only. */
function dangerLines(standing: ChildCaseStanding): QueueLine[] {
  const waiting = standing.clocks.find((clock) => clock.rule === 'danger-acknowledgement');
  if (!waiting) return [];
  const named = standing.access?.closed ? [worker(standing)] : [];
  return [...dangerWatchers, ...named].map((principal) => ({
    principal,
    due: waiting.due,
    step: waiting.rule,
  }));
}

/**
 * Whether a child whose grade is high, proposed or confirmed, stands on no list of a panel and no sitting has decided so
 * since: it is to be listed for the first sitting.
 */
export function isHighUnlisted(record: StoredRecord<ChildCaseStanding>): boolean {
  const { proposed, confirmed, lastDecision } = record.standing;
  const { work, panel } = regionsOf(record);
  if (rulingGrade(record.standing) !== 'high' || panel !== 'notListed' || work === 'closed') return false;
  const graded = proposedGrade(record.standing) === 'high' ? proposed?.at : confirmed?.at;
  return !lastDecision || (graded !== undefined && graded > lastDecision.at);
}

/** A rise acts when it is proposed: the coordinator lists the case by the day on which the grade is to be confirmed. */
function highLines(record: StoredRecord<ChildCaseStanding>): QueueLine[] {
  if (!isHighUnlisted(record)) return [];
  const { proposed, confirmed, clocks } = record.standing;
  const confirming = clocks.find((clock) => clock.rule === 'grade-confirmation')?.due;
  const due = confirming ?? proposed?.at ?? confirmed?.at ?? record.at;
  return [{ principal: 'role:coordinator', due, step: 'list-for-panel' }];
}

/** A transfer without an answer is with a senior manager, and stays with the manager who asked for it. */
function escalatedLines({ clocks, team, transfer }: ChildCaseStanding): QueueLine[] {
  const running = clocks.find(({ rule }) => rule === 'transfer-answer');
  if (!running || !transfer?.escalatedAt) return [];
  return [{ principal: manager(team), due: running.due, step: running.rule }];
}

/**
 * The lines of a case besides its clocks: a closure that waits for approval, a listed case that waits for an agenda,
 * a high grade that waits to be listed, danger that waits for acknowledgement, and, for an open case on which no clock runs,
 * the case itself: at every moment every open case stands in somebody's list.
 */
export function queueOfCase(record: StoredRecord<ChildCaseStanding>): QueueLine[] {
  const { closure, listing, clocks, team, onAgenda } = record.standing;
  const { work, panel } = regionsOf(record);
  const lines: QueueLine[] = [];
  if (work === 'closing' && closure)
    lines.push({ principal: manager(team), due: closure.at, step: 'approve-closure' });
  if (panel === 'listed' && listing && !onAgenda)
    lines.push({ principal: 'role:coordinator', due: deferred(listing), step: 'add-item' });
  lines.push(...highLines(record), ...dangerLines(record.standing), ...escalatedLines(record.standing));
  // The clocks towards adulthood run for years: a case on which no other runs is silent all the same.
  const working = clocks.filter(({ rule }) => !clocksFromBirth.includes(rule));
  if (work !== 'closed' && work !== 'unrecorded' && working.length === 0)
    lines.push({ principal: worker(record.standing), due: record.at, step: 'next-step' });
  return lines;
}
