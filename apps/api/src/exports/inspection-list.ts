import { createHash } from 'node:crypto';
import { writeCsv } from '@mase/exchange';
import { findNames, reading, type Store } from '@mase/store';
import {
  type ChildCaseStanding,
  type ChildStanding,
  localDate,
  type StoredRecord,
  stateWords,
} from '@mase/workflow';
import { readBeside } from './beside.js';
import type { ExportPage, ExportRun } from './export-pages.js';
import { plannedSittings } from './planned-sittings.js';
import { wasOpen } from './was-open.js';

type Case = StoredRecord<ChildCaseStanding>;
type Child = StoredRecord<ChildStanding>;

const columns = [
  ...['CHILD_ID', 'NAME', 'BIRTH_DATE', 'SEX', 'ETHNICITY', 'LEGAL_STATUS', 'STATUSES', 'CASE', 'RECEIVED'],
  ...['STATE', 'GRADE', 'GRADE_CONFIRMED', 'HARM', 'TEAM', 'WORKER', 'WORKERS_HAD', 'LAST_MET'],
  ...['ABSENCES_IN_PERIOD', 'PLAN_AGREED', 'LAST_DECISION', 'PLANNED_MEETINGS', 'DATA_QUALITY', 'SAMPLE_KEY'],
];

/** Obligations that are meetings about the child: who reads the list sees when they are held. */
const meetings = ['strategy-discussion', 'icpc', 'panel-review', 'reassessment'];

/** What a child-level list asks and the record lacks, in words. */
function* lacks({ standing: child }: Child, { standing: one }: Case): Generator<string> {
  if (!child.localId) yield 'no id of the authority';
  if (!child.birthDate) yield 'no birth date';
  if (!child.sex || child.sex === 'not-yet-known') yield 'sex not known';
  if (!child.ethnicity || child.ethnicity === 'NOBT') yield 'ethnicity not known';
  if (Object.keys(one.harm).length === 0) yield 'no kind of exploitation';
  if (!one.confirmed) yield 'no confirmed grade';
  if (!one.workerId) yield 'no worker';
  if (!one.plan) yield 'no agreed plan';
  if (one.views.child + one.views.childAttempts === 0) yield 'child’s view not asked';
}

/** Meetings that are planned: obligations that run, and the review that the panel fixed. */
function plannedMeetings(
  { standing }: Case,
  sittings: readonly string[],
  day: (instant: string) => string,
): string {
  const running = standing.clocks
    .filter(({ rule }) => meetings.includes(rule))
    .map(({ rule, due }) => `${rule} by ${day(due)}`);
  const review = standing.lastDecision?.nextReview;
  return [
    ...sittings.map((at) => `panel on ${day(at)}`),
    ...running,
    ...(review ? [`panel review ${review}`] : []),
  ].join('; ');
}

/** A key by which rows are sorted to draw a sample: nobody chooses it, and the same export has the same for ever. */
const sampleKey = (exportId: string, caseId: string): string =>
  createHash('sha256').update(`${exportId} ${caseId}`).digest('hex').slice(0, 12);

/**
 * The child-level list of a joint inspection (JTAI, Annex A): a row for each case that was open on a day of the period,
 * with the meetings that are planned, what the record lacks, and a key to draw a sample by. `count` is told each row.
 */
export function inspectionPieces(
  store: Store,
  run: ExportRun,
  pages: AsyncIterable<ExportPage>,
  count: () => void,
): AsyncGenerator<string> {
  return writeCsv(columns, rowsOf(store, run, pages, count));
}

async function* rowsOf(
  store: Store,
  run: ExportRun,
  pages: AsyncIterable<ExportPage>,
  count: () => void,
): AsyncGenerator<Record<string, string>> {
  const day = (instant: string | null | undefined) => (instant ? localDate(instant, run.timeZone) : '');
  const { from = '', to = '' } = run.standing;
  const planned = await plannedSittings(store, run);
  for await (const { records } of pages) {
    const cases = (records as Case[]).filter((one) => wasOpen(one, run));
    const ids = cases.map(({ standing }) => standing.childId);
    const { records: children } = await readBeside<Child>(store, run, [], ids);
    const names = await reading(store, run.requester, (tx) =>
      findNames(
        tx,
        cases.map(({ standing }) => standing.workerId),
      ),
    );
    for (const one of cases) {
      const child = children.get(one.standing.childId);
      if (!child) continue;
      count();
      const { standing } = one;
      yield {
        ...childCells(child),
        CASE: standing.reference,
        RECEIVED: day(standing.receivedAt),
        STATE: stateWords(one.state),
        GRADE: standing.confirmed?.grade ?? '',
        GRADE_CONFIRMED: day(standing.confirmed?.at),
        HARM: Object.entries(standing.harm)
          .map(([concern, { certainty, time }]) => `${concern}: ${certainty}, ${time}`)
          .join('; '),
        TEAM: standing.team ?? '',
        WORKER: names[standing.workerId ?? ''] ?? '',
        WORKERS_HAD: String(standing.workers),
        LAST_MET: day(standing.contacts?.lastAt),
        ABSENCES_IN_PERIOD: String(
          child.standing.episodes.filter(({ start }) => start >= from && start <= to).length,
        ),
        PLAN_AGREED: day(standing.plan?.agreedAt),
        LAST_DECISION: standing.lastDecision
          ? `${standing.lastDecision.decision} on ${day(standing.lastDecision.at)}`
          : '',
        PLANNED_MEETINGS: plannedMeetings(one, planned.get(one.id) ?? [], day),
        DATA_QUALITY: [...lacks(child, one)].join('; '),
        SAMPLE_KEY: sampleKey(run.id, one.id),
      };
    }
  }
}

function childCells({ standing }: Child): Record<string, string> {
  const { localId, name, birthDate, sex, ethnicity, status, lines = {} } = standing;
  const stands = Object.entries(lines).filter(([, line]) => line && line.until === null);
  return {
    ...{ CHILD_ID: localId ?? '', NAME: name, BIRTH_DATE: birthDate ?? '', SEX: sex ?? '' },
    ...{ ETHNICITY: ethnicity ?? '', LEGAL_STATUS: status && !status.until ? status.legalStatus : '' },
    STATUSES: stands.map(([line, at]) => `${line}${at?.next ? ` (next ${at.next})` : ''}`).join('; '),
  };
}
