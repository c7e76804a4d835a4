import { listRecords, type OpenedRecord, type Tx } from '@mase/store';
import {
  type ChallengeStanding,
  type ChildCaseStanding,
  type ChronologyGroup,
  type ContentClass,
  chronologyGroupOf,
  type InformationRequestStanding,
  type MissingEpisodeStanding,
  type NoticeStanding,
  type RecordKind,
  type StoredRecord,
} from '@mase/workflow';
import { writtenView } from '../written-view.js';

/** One line of a chronology: what was written on the case, or a record of its own that belongs to it. */
export interface ChronologyLine {
  id: string;
  kind: string;
  class: ContentClass;
  group: ChronologyGroup;
  happened: string;
  at: string;
  authorId: string | null;
  replaces: string | null;
  wrong: boolean;
  body: object;
  /** The record that the line is about, where it is not the case. */
  of: { kind: RecordKind; id: string } | null;
}

/** Entries that are nobody’s news: what the referrer is told, and questions of an assessment. */
const silent = ['receipt', 'to-find-out'];

function written({ written: rows }: OpenedRecord): ChronologyLine[] {
  return writtenView(rows)
    .filter(({ kind }) => !silent.includes(kind))
    .map((row) => ({ ...row, group: chronologyGroupOf(row.kind), of: null }));
}

/** A record of its own as a line: what it says of itself is shown where it is opened. */
function lineOf(
  { kind, id, at }: StoredRecord,
  entry: string,
  happened: string | null | undefined,
  body: object,
): ChronologyLine[] {
  if (!happened) return [];
  const group = chronologyGroupOf(entry);
  const own = { authorId: null, replaces: null, wrong: false, of: { kind, id } };
  return [{ id, kind: entry, class: 'case', group, happened, at, body, ...own }];
}

/** The missing episodes of the child that this reader may read. */
async function missing(tx: Tx, childId: string): Promise<ChronologyLine[]> {
  const asked = { kind: 'missingEpisode', parentId: childId, sort: 'newest', limit: 200 } as const;
  const { rows } = await listRecords(tx, asked);
  return rows
    .filter(({ classes }) => classes.includes('case'))
    .flatMap(({ record }) => {
      const { kind, start, end } = record.standing as MissingEpisodeStanding;
      return lineOf(record, 'episode', `${start}T00:00:00.000Z`, { kind, start, end });
    });
}

/** What agencies were asked, challenges and notices, as far as this reader sees that they are there. */
function onCase({ children }: OpenedRecord): ChronologyLine[] {
  return children.flatMap((one) => {
    if (one.kind === 'informationRequest') {
      const { asked, agencyName, question } = one.standing as InformationRequestStanding;
      return lineOf(one, 'information-request', asked?.at, { agencyName, question });
    }
    if (one.kind === 'challenge') {
      const { raised, words } = one.standing as ChallengeStanding;
      return lineOf(one, 'challenge', raised?.at, { challenged: words, by: raised?.name });
    }
    if (one.kind === 'notice') {
      const { since, kind } = one.standing as NoticeStanding;
      return lineOf(one, 'notice', since, { notice: kind });
    }
    return [];
  });
}

/** Everything that happened in a case, as far as this reader reads it, in no order. */
export async function entriesOf(tx: Tx, opened: OpenedRecord): Promise<ChronologyLine[]> {
  const { childId } = opened.record.standing as ChildCaseStanding;
  return [...written(opened), ...onCase(opened), ...(await missing(tx, childId))];
}
