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
  type Profile,
  type RecordKind,
  type ReturnInterviewStanding,
  type ServiceEpisodeStanding,
  type StoredRecord,
} from '@mase/workflow';
import { victimLine } from '../incidents/incident-view.js';
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

/** What of a kind hangs under the child, as far as this reader reads it. */
async function underChild(tx: Tx, kind: RecordKind, childId: string): Promise<StoredRecord[]> {
  const { rows } = await listRecords(tx, { kind, parentId: childId, sort: 'newest', limit: 200 });
  return rows.filter(({ classes }) => classes.includes('case')).map(({ record }) => record);
}

/** The missing episodes of the child, and the interviews after them; a report that is held, or told of another, is none. */
async function missing(tx: Tx, childId: string): Promise<ChronologyLine[]> {
  const episodes = await underChild(tx, 'missingEpisode', childId);
  const interviews = await underChild(tx, 'returnInterview', childId);
  return [
    ...episodes
      .filter(({ state }) => state === 'absent' || state === 'over')
      .flatMap((record) => {
        const { kind, start, end, since, returnedAt, police, interview } =
          record.standing as MissingEpisodeStanding;
        const told = {
          ...(since ? { since } : {}),
          ...(returnedAt ? { returnedAt } : {}),
          ...(police?.level ? { policeLevel: police.level } : {}),
          ...(interview ? { interviewOutcome: interview.outcome } : {}),
        };
        return lineOf(record, 'episode', since ?? `${start}T00:00:00.000Z`, { kind, start, end, ...told });
      }),
    ...interviews.flatMap((record) => {
      const { by, agency, heldAt, offeredAt } = record.standing as ReturnInterviewStanding;
      return lineOf(record, 'return-interview', heldAt ?? offeredAt, { heldBy: `${by}, ${agency}` });
    }),
  ];
}

/** Incidents of which the child is a victim, as those who work with the child are told of them. */
async function incidents(tx: Tx, childId: string, profile: Profile): Promise<ChronologyLine[]> {
  const links = await underChild(tx, 'incidentVictim', childId);
  return links.flatMap((record) => {
    const { incident } = victimLine(record, profile);
    if (record.state !== 'linked' || !incident) return [];
    const { force, reference, kind, offence, committed, committedTo, recorded, outcome } = incident;
    return lineOf(record, 'incident', `${committed ?? recorded}T00:00:00.000Z`, {
      ...{
        policeNumber: `${force}, ${reference}`,
        incidentKind: kind,
        offence,
        committed,
        committedTo,
        recorded,
      },
      ...(outcome ? { policeOutcome: `${outcome.code}: ${outcome.label}` } : {}),
    });
  });
}

/** A service: when it was asked for, when it began, and when and how it ended. */
function serviceLines(record: StoredRecord): ChronologyLine[] {
  const { service, agencyName, referred, startedAt, ended } = record.standing as ServiceEpisodeStanding;
  const line = (step: string, at: string | null | undefined, more: object = {}) =>
    lineOf(record, 'service', at, { service, agencyName, serviceStep: step, ...more });
  return [
    ...line('referred', referred?.at),
    ...line('started', startedAt),
    ...line('ended', ended?.at, { serviceOutcome: ended?.outcome }),
  ];
}

/** What agencies were asked, services, challenges and notices, as far as this reader sees that they are there. */
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
    if (one.kind === 'serviceEpisode') return serviceLines(one);
    return [];
  });
}

/** Everything that happened in a case, as far as this reader reads it, in no order. */
export async function entriesOf(tx: Tx, opened: OpenedRecord, profile: Profile): Promise<ChronologyLine[]> {
  const { childId } = opened.record.standing as ChildCaseStanding;
  return [
    ...written(opened),
    ...onCase(opened),
    ...(await missing(tx, childId)),
    ...(await incidents(tx, childId, profile)),
  ];
}
