import { keptWith } from '../agenda-items/with-case.js';
import { countedAnew, isMeasureAt } from '../disruption-measures/told.js';
import { incidentSteps } from '../incident-parts/told.js';
import type { FollowsEnds } from '../links/end-news.js';
import { endMovedSteps, joinedConcernSteps } from '../links/told.js';
import type { Context, Fault, Missing, RecordRef, StoredRecord } from '../model.js';
import type { AboutNews } from '../strand-cases/payloads.js';
import { type Effect, type GuardContext, missing, type Step } from '../topic.js';
import { heldFaults, joinedRecord, partedRecord } from './brought.js';
import { foundBy, holds } from './details.js';
import { ageFaults } from './joined-ages.js';
import { casesHeld, joinedHeld, type StrandRecordStanding, termsOfRecord } from './standing.js';

/** That another record is this same person or place: a duplicate, or known under another name. */
export interface MergePayload {
  otherId: string;
  reasons: string;
  /** How it can be one person although the two records say different ages. */
  ageReasons?: string;
}

/** That a record which was joined is somebody or something else after all. */
export interface UnmergePayload {
  otherId: string;
  reasons: string;
}

type Ctx<P extends object> = Context<StrandRecordStanding, P>;
type Row = StoredRecord<StrandRecordStanding>;

/** The other record of a merge, as far as it was locked. */
export function otherRecord({ locked, record, payload }: Ctx<{ otherId: string }>): Row | undefined {
  return locked.find(({ id, kind }) => id === payload.otherId && kind === record.kind) as Row | undefined;
}

/** The recorders of joining and parting: nothing of either history is lost. */
export const joiningRecorders = {
  recordMerge: (context: Ctx<MergePayload>): Effect[] => {
    const { record, payload, actor } = context;
    const other = otherRecord(context);
    if (!other) return [];
    const patch = joinedRecord(record.standing, other);
    return [
      {
        do: 'write',
        kind: 'merge',
        class: 'case',
        body: { ...payload, name: other.standing.name, by: actor.name },
      },
      { do: 'set', patch },
      ...foundBy(context, patch),
    ];
  },
  recordUnmerge: (context: Ctx<UnmergePayload>): Effect[] => {
    const { record, payload, actor } = context;
    const other = otherRecord(context);
    if (!other) return [];
    const patch = partedRecord(record.standing, other);
    return [
      {
        do: 'write',
        kind: 'unmerge',
        class: 'case',
        body: { ...payload, name: other.standing.name, by: actor.name },
      },
      { do: 'set', patch },
      ...foundBy(context, patch),
    ];
  },
  recordMergedInto: ({ payload, record, actor }: Ctx<{ into: string; name: string }>): Effect[] => [
    { do: 'write', kind: 'merged-into', class: 'case', body: { ...payload, by: actor.name } },
    { do: 'set', patch: { joinedWith: payload.into } },
    { do: 'lose', terms: termsOfRecord(record.standing) },
    { do: 'hold', edges: [] },
  ],
  recordParted: (context: Ctx<object>): Effect[] => {
    const { standing } = context.record;
    return [
      {
        do: 'write',
        kind: 'parted',
        class: 'case',
        body: { from: standing.joinedWith, by: context.actor.name },
      },
      { do: 'set', patch: { joinedWith: null } },
      { do: 'find', terms: termsOfRecord(standing) },
      holds(context, standing.identifiers),
    ];
  },
};

/** The rules of joining. */
export const joiningRules = {
  hasJoined: ({ record }: GuardContext<StrandRecordStanding>): Missing[] =>
    record.standing.joined?.length
      ? []
      : missing('nothingJoined', 'No other record is joined with this one.', 'an intelligence officer'),
};

const fault = (code: string, detail: string): Fault[] => [{ pointer: '/otherId', code, detail }];

/** Who is named at a record that is handled with conditions. */
const namedAt = ({ standing }: Row): string =>
  (standing.access?.named ?? [])
    .map(({ userId }) => userId)
    .sort()
    .join();

/** Whether another record can be joined with this one. */
export function mergeFaults(context: Ctx<MergePayload>): Fault[] {
  const { record, payload } = context;
  const other = otherRecord(context);
  if (payload.otherId === record.id) return fault('sameRecord', 'A record cannot be joined with itself.');
  if (!other) return fault('noRecord', 'No record that you may see has this id.');
  if (Boolean(other.standing.access?.closed) !== Boolean(record.standing.access?.closed))
    return fault(
      'handling',
      'One of the two is handled with conditions and the other is not: set both alike first.',
    );
  if (namedAt(other) !== namedAt(record))
    return fault(
      'handling',
      'The two are handled with conditions, each read by others: name the same readers at both first.',
    );
  if (other.standing.joinedWith)
    return fault('joinedBefore', 'The other record is joined with a third one: join that one.');
  if (other.standing.joined?.length)
    return fault(
      'hasJoined',
      'Other records are joined with that one: join this record with that one instead.',
    );
  const { joined = [], cases } = record.standing;
  if (joined.length >= joinedHeld || cases.length + other.standing.cases.length > casesHeld)
    return fault('tooMany', 'This record holds as many as it can: ask information governance.');
  const pointer = { aliases: '/otherId', identifiers: '/otherId' };
  return [...heldFaults(joinedRecord(record.standing, other), pointer), ...ageFaults(context, other)];
}

/** Whether the other record is one that was joined with this one. */
export function unmergeFaults(context: Ctx<UnmergePayload>): Fault[] {
  const isJoined = context.record.standing.joined?.some(({ id }) => id === context.payload.otherId);
  if (!isJoined) return fault('notJoined', 'The other record is not joined with this one.');
  return otherRecord(context) ? [] : fault('noRecord', 'No record that you may see has this id.');
}

/** Names the other record, to be locked with the cases that hang under it. */
export const otherNamed =
  (kind: RecordRef['kind']) =>
  ({ otherId }: { otherId: string }): RecordRef[] => [{ kind, id: otherId }];

type AboutOf = (standing: never) => Omit<AboutNews, 'aboutId' | 'from'>;

/** Tells the cases that hang under a record, and their items and actions, who or what they are about from now on. */
export function aboutSteps(
  locked: readonly StoredRecord[],
  from: string,
  to: { id: string; standing: StrandRecordStanding },
  aboutOf: AboutOf,
  which: (one: StoredRecord) => boolean = () => true,
): Step[] {
  const isCase = ({ kind }: StoredRecord) => kind === 'personCase' || kind === 'locationCase';
  const cases = locked.filter((one) => isCase(one) && one.parentId === from && which(one));
  const ids = cases.map(({ id }) => id);
  const items = keptWith(locked, ids);
  const payload: AboutNews = { aboutId: to.id, from, ...aboutOf(to.standing as never) };
  return [...cases, ...items].map(({ kind, id }) => ({
    record: { kind, id },
    event: 'receive-about',
    payload,
  }));
}

/** Whether a case says of the age of whom it is about something else than the record from now on. */
const saysOtherAge =
  (aboutOf: AboutOf, standing: StrandRecordStanding) =>
  (one: StoredRecord): boolean =>
    (one.standing as { adultOn?: string | null }).adultOn !== aboutOf(standing as never).adultOn;

/** What hangs under one of these records. */
const under =
  (...ids: string[]) =>
  ({ parentId }: StoredRecord): boolean =>
    ids.includes(parentId ?? '');

/** The cases among these learn of the incidents among these. */
function incidentsAt(locked: readonly StoredRecord[], which: (one: StoredRecord) => boolean): Step[] {
  const here = locked.filter(which);
  return incidentSteps(here, here);
}

/** Each of two records that are taken apart counts its own measures and incidents again. */
function partedCounts(
  { record, locked, at, profile }: Ctx<object>,
  otherId: string,
  cameFrom: (one: StoredRecord) => boolean,
): Step[] {
  const own = under(record.id);
  const ownMeasure = isMeasureAt(record.id);
  const goes = ({ standing }: StoredRecord) => (standing as FollowsEnds).movedFrom?.[record.id] === otherId;
  const around = { locked, at, profile };
  return [
    ...countedAnew(around, {
      of: (one) => ownMeasure(one) && !goes(one),
      cases: (one) => own(one) && !cameFrom(one),
    }),
    ...countedAnew(around, {
      of: (one) => ownMeasure(one) && goes(one),
      cases: (one) => own(one) && cameFrom(one),
    }),
    ...incidentsAt(locked, (one) => own(one) && !cameFrom(one) && !goes(one)),
    ...incidentsAt(locked, (one) => own(one) && (cameFrom(one) || goes(one))),
  ];
}

/** Whether somebody, or a place, is of concern now: a case is accepted and has not ended. */
const isOfConcern = ({ standing }: StoredRecord): boolean =>
  (standing as StrandRecordStanding).cases.some(({ seen }) => seen.acceptedAt !== null && !seen.closed);

/** Where one of two that are joined is of concern, whoever is responsible for a child linked with the other hears of it. */
function concernOfJoined(locked: readonly StoredRecord[], ids: readonly string[]): Step[] {
  const both = locked.filter(({ id }) => ids.includes(id));
  if (!both.some(isOfConcern)) return [];
  return both.filter((one) => !isOfConcern(one)).flatMap(({ id }) => joinedConcernSteps(locked, id));
}

/** The other record learns that it is joined; its cases move to this one. */
export const mergeSteps =
  (aboutOf: AboutOf) =>
  ({ record, payload, locked, at, profile }: Ctx<MergePayload>): Step[] => [
    {
      record: { kind: record.kind, id: payload.otherId },
      event: 'receive-merge-into',
      payload: { into: record.id, name: record.standing.name },
    },
    ...aboutSteps(locked, payload.otherId, record, aboutOf),
    ...aboutSteps(locked, record.id, record, aboutOf, saysOtherAge(aboutOf, record.standing)),
    ...endMovedSteps(locked, { from: payload.otherId, to: record.id }),
    ...concernOfJoined(locked, [record.id, payload.otherId]),
    ...countedAnew(
      { locked, at, profile },
      {
        of: (one) => [record.id, payload.otherId].some((id) => isMeasureAt(id)(one)),
        cases: under(record.id, payload.otherId),
      },
    ),
    ...incidentsAt(locked, under(record.id, payload.otherId)),
  ];

/** The other record stands for itself again, and takes back the cases that came from it. */
export const unmergeSteps =
  (aboutOf: AboutOf) =>
  (context: Ctx<UnmergePayload>): Step[] => {
    const { record, payload, locked } = context;
    const other = otherRecord(context);
    if (!other) return [];
    const isOther = saysOtherAge(aboutOf, record.standing);
    const cameFrom = (one: StoredRecord) =>
      (one.standing as { joinedFrom?: string | null }).joinedFrom === other.id;
    return [
      { record: { kind: record.kind, id: payload.otherId }, event: 'receive-parting', payload: {} },
      ...aboutSteps(locked, record.id, other, aboutOf, cameFrom),
      ...aboutSteps(locked, record.id, record, aboutOf, (one) => !cameFrom(one) && isOther(one)),
      ...endMovedSteps(
        locked,
        { from: record.id, to: other.id },
        ({ standing }) => standing.movedFrom?.[record.id] === other.id,
      ),
      ...partedCounts(context, other.id, cameFrom),
    ];
  };
