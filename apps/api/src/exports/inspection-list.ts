import { createHash } from 'node:crypto';
import { writeCsv } from '@mase/exchange';
import { findNames, reading, type Store } from '@mase/store';
import {
  type AgencyStanding,
  type ChildCaseStanding,
  type ChildStanding,
  labelOf,
  localDate,
  type StatusLine,
  type StoredRecord,
  stateWords,
  statusLineNames,
} from '@mase/workflow';
import { everyListed } from '../every-listed.js';
import { ethnicityWords, gradeWords, harmWords, kindWords, legalStatusWords } from '../packs/code-words.js';
import { readByBoth } from './beside.js';
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
const meetings = [
  ...(['strategy-discussion', 'current-harm-strategy', 'conference'] as const),
  ...(['panel-review', 'reassessment'] as const),
];

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

/** Meetings that were planned: sittings, obligations that ran, by their names in the area, and the review that the panel fixed. */
function plannedMeetings({ standing }: Case, sittings: readonly string[], { profile }: ExportRun): string {
  const day = (instant: string) => localDate(instant, profile.timeZone);
  const running = meetings.flatMap((rule) =>
    standing.clocks
      .filter((clock) => clock.rule === rule)
      .map(({ due }) => `${profile.clocks[rule].label} by ${day(due)}`),
  );
  const review = standing.lastDecision?.nextReview;
  return [
    ...sittings.map((at) => `Panel on ${day(at)}`),
    ...running,
    ...(review ? [`Panel review ${review}`] : []),
  ].join('; ');
}

/** A key by which rows are sorted to draw a sample: nobody chooses it, and the same export has the same for ever. */
const sampleKey = (exportId: string, caseId: string): string =>
  createHash('sha256').update(`${exportId} ${caseId}`).digest('hex').slice(0, 12);

/**
 * The child-level list of a joint inspection (JTAI, Annex A): a row for each case that was open on a day of the period,
 * as the books had it at the position of the export, in words, with the meetings that were planned then, what the record
 * lacked, and a key to draw a sample by. Teams and people have the names of today. `count` is told each row.
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
  const planned = await plannedSittings(store, run);
  const teams = await teamNames(store, run);
  for await (const { records } of pages) {
    const cases = (records as Case[]).filter((one) => wasOpen(one, run));
    const ids = cases.map(({ standing }) => standing.childId);
    const children = await readByBoth<Child>(store, run, ids);
    const workers = cases.map(({ standing }) => standing.workerId);
    const names = await reading(store, run.requester, (tx) => findNames(tx, workers));
    for (const one of cases) {
      const child = children.get(one.standing.childId);
      if (!child) continue;
      count();
      yield {
        ...childCells(child, run),
        ...caseCells(one, run),
        TEAM: teams.get(one.standing.team ?? '') ?? one.standing.team ?? '',
        WORKER: names[one.standing.workerId ?? ''] ?? '',
        PLANNED_MEETINGS: plannedMeetings(one, planned.get(one.id) ?? [], run),
        DATA_QUALITY: [...lacks(child, one)].join('; '),
        SAMPLE_KEY: sampleKey(run.id, one.id),
      };
    }
  }
}

/** What each team of the partnership is called. */
async function teamNames(store: Store, run: ExportRun): Promise<Map<string, string>> {
  const agencies = await reading(store, run.requester, (tx) => everyListed(tx, { kind: 'agency' }));
  return new Map(
    agencies.flatMap(({ record }) =>
      (record.standing as AgencyStanding).teams.map(({ id, name }) => [id, name] as const),
    ),
  );
}

function caseCells({ state, standing }: Case, { profile }: ExportRun): Record<string, string> {
  const day = (instant: string | null | undefined) => (instant ? localDate(instant, profile.timeZone) : '');
  const { confirmed, lastDecision, harm } = standing;
  return {
    ...{ CASE: standing.reference, RECEIVED: day(standing.receivedAt), STATE: stateWords(state) },
    ...{ GRADE: confirmed ? gradeWords(confirmed.grade, profile) : '', GRADE_CONFIRMED: day(confirmed?.at) },
    HARM: Object.entries(harm)
      .map(([kind, status]) => `${kindWords(kind)}: ${harmWords(status)}`)
      .join('; '),
    ...{ WORKERS_HAD: String(standing.workers), LAST_MET: day(standing.contacts?.lastAt) },
    PLAN_AGREED: day(standing.plan?.agreedAt),
    LAST_DECISION: lastDecision ? `${labelOf(lastDecision.decision)} on ${day(lastDecision.at)}` : '',
  };
}

function childCells(
  { standing }: Child,
  { standing: { from = '', to = '' } }: ExportRun,
): Record<string, string> {
  const { localId, name, birthDate, sex, ethnicity, status, lines = {}, episodes } = standing;
  const stands = Object.entries(lines).filter(([, line]) => line && line.until === null);
  return {
    ...{ CHILD_ID: localId ?? '', NAME: name, BIRTH_DATE: birthDate ?? '' },
    ...{ SEX: sex ? labelOf(sex) : '', ETHNICITY: ethnicity ? ethnicityWords(ethnicity) : '' },
    LEGAL_STATUS: status && !status.until ? legalStatusWords(status.legalStatus) : '',
    STATUSES: stands
      .map(([line, at]) => `${statusLineNames[line as StatusLine]}${at?.next ? ` (next ${at.next})` : ''}`)
      .join('; '),
    ABSENCES_IN_PERIOD: String(episodes.filter(({ start }) => start >= from && start <= to).length),
  };
}
