import {
  auditReading,
  type ExportOutcome,
  findExportOutcome,
  findRecord,
  findRecordsById,
  findSealedBefore,
  holdExport,
  readingOf,
  type SealedPosition,
  type Tx,
} from '@mase/store';
import {
  type ExportStanding,
  endOfLocalDay,
  epochDay,
  instantOf,
  type Profile,
  type UserStanding,
} from '@mase/workflow';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { notPermitted, ProblemError } from '../problem.js';
import { askingOf } from '../view.js';
import { countOf, type ExportRun } from './export-pages.js';
import type { Watermark } from './export-text.js';
import { againUntil, type ExportEnd, endOf, isAtWork } from './outcome.js';
import { fileTag, mostMeasured, pastTheEnd, type RangeAsked } from './range.js';
import { mostSwallowed } from './resumed.js';

const refused = (code: string, title: string, detail: string) =>
  new ProblemError({ status: 409, code, title, detail });
const notBegun = () =>
  refused(
    'NOT_BEGUN',
    'Not begun',
    'The file is made once somebody else has approved the export and the download is begun.',
  );
const fetched = () =>
  refused(
    'FETCHED',
    'Fetched already',
    'An export is carried out once. Where the download broke off, ask within a day for the rest, by the number of bytes that came, or for the whole again from byte 0; otherwise ask for the export again.',
  );
const gone = () =>
  refused('NOBODY_LEFT', 'Nobody left', 'Whoever asked for or approved the export has no access any more.');

/** A download that may go on: what, under which mark, and from where. */
export interface Started {
  run: ExportRun;
  mark: Watermark;
  /** From which byte on, and what left before, where the rest is asked for. */
  rest: { from: number; sent: ExportEnd } | null;
  /** The tag of the file; null where it never goes on. */
  tag: string | null;
}

/** Which export, and from which byte on; a client that holds the beginning of the file may ask for the rest as `range`. */
export interface FileAsked {
  id: string;
  from: number | undefined;
  range: RangeAsked | null;
}

/** What left before of a download that is taken up again from a byte on; null where the whole is asked for again. */
function restAsked(
  outcome: ExportOutcome,
  { from, begun, now, what }: { from: number; begun: string; now: string; what: ExportStanding['what'] },
): Started['rest'] {
  // A pack is made whole, and is a numbered copy.
  if (what === 'peer-review' || now > againUntil(begun)) throw fetched();
  if (isAtWork(outcome, now))
    throw refused(
      'AT_WORK',
      'Still at work',
      'The download is not recorded as broken off yet. Where the program that made the file was stopped, that is known ten minutes later.',
    );
  if (from === 0) return null;
  const end = endOf(outcome);
  if (!end || !outcome.endedAt)
    throw refused(
      'NO_END',
      'No end known',
      'The program that made the file was stopped before it could say how much of it left: ask for the whole again, from byte 0.',
    );
  if (from > end.bytes || end.bytes - from > mostSwallowed)
    throw refused(
      'NOT_THERE',
      'Not that byte',
      `${end.bytes} bytes left: the rest begins there, or a little before.`,
    );
  return { from, sent: end };
}

/**
 * What left before of a file whose rest a client asks for by `Range`; null where the whole is sent instead: since it began
 * another file, since less left than it says or too much after it, or since it would take long to tell how long the file is.
 * @throws ProblemError PAST_THE_END (416) where the file left whole and ended before
 */
function rangeRest(
  outcome: ExportOutcome,
  { from, ifRange }: RangeAsked,
  { tag, records }: { tag: string; records: number },
): Started['rest'] {
  const sent = endOf(outcome);
  if (!sent || !outcome.endedAt || (ifRange !== undefined && ifRange !== tag)) return null;
  if (sent.complete && from >= sent.bytes) throw pastTheEnd(sent.bytes);
  if (from > sent.bytes || sent.bytes - from > mostSwallowed) return null;
  return from > 0 && (sent.complete || records <= mostMeasured) ? { from, sent } : null;
}

/**
 * The sealed place of the ledger at which an export reads the books: the last before its download was begun; of the
 * child-level list of an inspection, the last of its days where that is earlier.
 * @throws ProblemError NOT_SEALED where nothing had been sealed by then
 */
async function positionOf(
  tx: Tx,
  { what, to }: ExportStanding,
  begun: string,
  { timeZone }: Profile,
): Promise<SealedPosition> {
  const lastDay = what === 'inspection-list' && to ? instantOf(endOfLocalDay(epochDay(to), timeZone)) : begun;
  const position = await findSealedBefore(tx, lastDay < begun ? lastDay : begun);
  if (position) return position;
  throw refused(
    'NOT_SEALED',
    'Nothing was sealed',
    'An export holds the books as they stood at a seal of the ledger, and none had been made by then.',
  );
}

/**
 * What is downloaded and under which mark, for whoever asked for the export; that the download is tried is written to the
 * audit, and nobody else tries it beside. Null where there is no such export for the reader.
 */
export async function beginFile(
  app: FastifyInstance,
  request: FastifyRequest,
  tx: Tx,
  { id, from, range }: FileAsked,
): Promise<Started | null> {
  const opened = await findRecord(tx, 'export', id);
  if (!opened) return null;
  const standing = opened.record.standing as ExportStanding;
  const { requested, approved, begun, recipient, childId, what } = standing;
  if (requested?.by !== request.reading.userId) throw notPermitted('whoever asked for the export');
  if (!begun || !approved) throw notBegun();
  await holdExport(tx, id);
  const by = { exportId: id, by: request.reading.userId, since: requested.at };
  const outcome = await findExportOutcome(tx, by);
  const now = app.store.clock();
  if (outcome.startedAt && from === undefined && !range) throw fetched();
  const asked = { from: range ? 0 : (from ?? 0), begun: begun.at, now, what };
  const restOfVerb = outcome.startedAt ? restAsked(outcome, asked) : null;
  const people = await findRecordsById(tx, [requested.by ?? '', approved.by ?? '']);
  const [requester, approver] = [requested.by, approved.by].map((one) =>
    people.find((user) => user.id === one),
  );
  const isGone = (user: typeof requester) => !user || (user.standing as UserStanding).endedAt !== null;
  if (!requester || !approver || isGone(requester) || isGone(approver)) throw gone();
  const readingAs = (user: typeof requester) =>
    readingOf({ ...(user.standing as UserStanding), id: user.id }, request.reading.partnershipId);
  const { profile } = await askingOf(app, request);
  const position = await positionOf(tx, standing, begun.at, profile);
  const records = await countOf(tx, standing);
  const tagOf = (wholes: number) => fileTag(id, position, wholes);
  const before = { tag: tagOf(outcome.wholes), records };
  const rest = range && outcome.startedAt ? rangeRest(outcome, range, before) : restOfVerb;
  const act = {
    action: outcome.startedAt ? 'exports/resumed' : 'exports/started',
    record: { kind: 'export', id } as const,
    reason: `from byte ${rest?.from ?? 0}`,
  };
  await auditReading(tx, request.reading, { ...act, persons: childId ? [childId] : [] }, now);
  return {
    rest,
    tag: what === 'peer-review' ? null : tagOf(rest ? outcome.wholes : outcome.wholes + 1),
    run: {
      ...{ id, standing, profile, position },
      ...{ requester: readingAs(requester), approver: readingAs(approver) },
      progress: { read: 0, of: records },
    },
    mark: {
      export: id,
      requester: (requester.standing as UserStanding).name,
      approver: (approver.standing as UserStanding).name,
      recipient: `${recipient?.name}, ${recipient?.organisation}`,
      begun: begun.at,
      sealed: position,
      marking: profile.protectiveMarking,
    },
  };
}
