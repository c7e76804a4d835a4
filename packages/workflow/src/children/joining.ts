import { unidentified } from '../child-cases/record-referral.js';
import type { Context, Missing, SearchTerm, StoredRecord } from '../model.js';
import { type Effect, type GuardContext, missing, otherWay } from '../topic.js';
import { type CarriedFacts, carry, factsOf, giveBack } from './carrying.js';
import { type ChildStanding, casesKept, episodesKept, holdersKept } from './standing.js';

/** The proposal that two records are one child, or that one which was joined is another child after all. */
export interface JoinPayload {
  /** The other record: the one to be joined with this one, or to be taken apart from it. */
  childId: string;
  reasons: string;
}
/** The second person’s answer: which other record is meant is said again, so that nothing else is joined unseen. */
export interface DecideMergePayload {
  decision: 'approve' | 'refuse';
  childId: string;
  reasons?: string;
}

/** What a record that is joined hands to the one that stands for the child from then on. */
export interface JoinedNews {
  childId: string;
  name: string;
  terms: SearchTerm[];
  cases: string[];
  episodes: ChildStanding['episodes'];
  holders: ChildStanding['holders'];
  facts: CarriedFacts;
}

type Ctx<P extends object> = Context<ChildStanding, P>;
type Guard = GuardContext<ChildStanding>;

/** How many records may be joined with one. */
export const joinedKept = 6;

/** What a child is found by, as its own standing says; what stands in the place of a name finds nobody. */
export function ownTerms({
  name,
  chosenName,
  birthDate,
  localId,
  upn,
  nhsNumber,
}: ChildStanding): SearchTerm[] {
  const told: [SearchTerm['kind'], string | null | undefined][] = [
    ['name', name],
    ['name', chosenName],
    ['birthDate', birthDate],
    ['localId', localId],
    ['upn', upn?.value],
    ['nhsNumber', nhsNumber],
  ];
  return told.flatMap(([kind, term]) => (term && term !== unidentified ? [{ kind, term }] : []));
}

/** What a record hands over when it is joined with another. */
export function newsOf({ id, standing }: StoredRecord<ChildStanding>): JoinedNews {
  const { name, cases, episodes, holders } = standing;
  return { childId: id, name, terms: ownTerms(standing), cases, episodes, holders, facts: factsOf(standing) };
}

const over = (end: string | null) => end ?? '9999-12-31';

/** The absences of both, each once: one that overlaps another is the same absence, told twice. */
function episodesOfBoth(own: ChildStanding['episodes'], news: JoinedNews): ChildStanding['episodes'] {
  const fresh = news.episodes.filter(
    (one) => !own.some((known) => one.start < over(known.end) && known.start < over(one.end)),
  );
  const all = [...own, ...fresh.map((one) => ({ ...one, of: news.childId }))];
  return all.sort((one, other) => (one.start < other.start ? -1 : 1)).slice(-episodesKept);
}

function taken(standing: ChildStanding, news: JoinedNews) {
  const { cases, episodes, holders, joined = [] } = standing;
  const { patch: facts, carried, differs } = carry(standing, news.facts);
  const patch: Partial<ChildStanding> = {
    ...facts,
    joined: [...joined, { id: news.childId, cases: news.cases, carried }].slice(-joinedKept),
    cases: [...cases, ...news.cases].slice(-casesKept),
    episodes: episodesOfBoth(episodes, news),
    holders: [...holders, ...news.holders].slice(-holdersKept),
  };
  return { patch, differs };
}

/** A record as it is once another is joined with it. */
export function joinedWith(
  record: StoredRecord<ChildStanding>,
  news: JoinedNews,
): StoredRecord<ChildStanding> {
  return { ...record, standing: { ...record.standing, ...taken(record.standing, news).patch } };
}

/** The record takes over another: what it knew stands, and the row says where the other said otherwise. */
function joinedEffects({ record, actor }: Ctx<object>, news: JoinedNews): Effect[] {
  const { childId, name } = news;
  const { patch, differs } = taken(record.standing, news);
  const otherwise = Object.keys(differs).length > 0 ? { differs } : {};
  return [
    { do: 'write', kind: 'merge', class: 'case', body: { childId, name, ...otherwise, by: actor.name } },
    { do: 'set', patch },
    { do: 'reweigh' },
    { do: 'find', terms: news.terms },
  ];
}

/** Takes out again what came with a record that was joined; what it shares with this one stays. */
function partedEffects(record: StoredRecord<ChildStanding>, other: StoredRecord<ChildStanding>): Effect[] {
  const { standing } = record;
  const { cases: gone = [], carried } = standing.joined?.find(({ id }) => id === other.id) ?? {};
  const facts = giveBack(standing, other.standing, carried);
  const own = new Set(ownTerms({ ...standing, ...facts }).map(({ kind, term }) => `${kind} ${term}`));
  return [
    {
      do: 'set',
      patch: {
        ...facts,
        joined: standing.joined?.filter(({ id }) => id !== other.id) ?? [],
        cases: standing.cases.filter((id) => !gone.includes(id)),
        episodes: standing.episodes.filter(({ of }) => of !== other.id),
        holders: standing.holders.filter(({ caseId }) => !gone.includes(caseId)),
      },
    },
    { do: 'reweigh' },
    { do: 'lose', terms: ownTerms(other.standing).filter(({ kind, term }) => !own.has(`${kind} ${term}`)) },
  ];
}

/** The other record of a proposal, as far as it was locked. */
export function otherOf({ locked, payload }: Pick<Ctx<{ childId: string }>, 'locked' | 'payload'>) {
  return locked.find((one) => one.kind === 'child' && one.id === payload.childId) as
    | StoredRecord<ChildStanding>
    | undefined;
}

const proposal = (what: 'merge' | 'unmerge') => (context: Ctx<JoinPayload>) => {
  const { payload, actor, happened } = context;
  return [
    { do: 'write', kind: `${what}-proposal`, class: 'case', body: { ...payload, by: actor.name } },
    { do: 'set', patch: { joining: { childId: payload.childId, by: actor.userId, at: happened } } },
    { do: 'start', rule: 'merge-decision', who: 'role:coordinator' },
  ] satisfies Effect[];
};

const decided: Effect[] = [
  { do: 'set', patch: { joining: null } },
  { do: 'end', rule: 'merge-decision' },
];

/** The recorders of joining two records of one child, and of taking them apart again. */
export const joiningRecorders = {
  recordMergeProposal: proposal('merge'),
  recordUnmergeProposal: proposal('unmerge'),
  recordRefusedMerge: ({ payload, actor }: Ctx<DecideMergePayload>): Effect[] => [
    { do: 'write', kind: 'merge-refused', class: 'case', body: { ...payload, by: actor.name } },
    ...decided,
  ],
  recordMerge: (context: Ctx<DecideMergePayload>): Effect[] => {
    const other = otherOf(context);
    if (!other) return [];
    return [...joinedEffects(context, newsOf(other)), ...decided];
  },
  recordUnmerge: (context: Ctx<DecideMergePayload>): Effect[] => {
    const other = otherOf(context);
    if (!other) return [];
    return [
      { do: 'write', kind: 'unmerge', class: 'case', body: { childId: other.id, by: context.actor.name } },
      ...partedEffects(context.record, other),
      ...decided,
    ];
  },
  recordJoinedRecord: (context: Ctx<JoinedNews>): Effect[] => joinedEffects(context, context.payload),
  recordMergedInto: ({ payload, record, actor }: Ctx<{ childId: string; name: string }>): Effect[] => [
    { do: 'write', kind: 'merged-into', class: 'case', body: { ...payload, by: actor.name } },
    { do: 'set', patch: { joinedWith: payload.childId } },
    { do: 'lose', terms: ownTerms(record.standing) },
  ],
  recordParted: ({ record, actor }: Ctx<object>): Effect[] => [
    {
      do: 'write',
      kind: 'parted',
      class: 'case',
      body: { childId: record.standing.joinedWith, by: actor.name },
    },
    { do: 'set', patch: { joinedWith: null } },
    { do: 'find', terms: ownTerms(record.standing) },
  ],
};

const secondPerson = ({ record, actor }: Guard): Missing[] =>
  record.standing.joining && record.standing.joining.by === actor.userId
    ? missing(
        'secondPerson',
        'Whoever proposed it does not decide it.',
        'another coordinator, triage, or a senior',
      )
    : [];

/** The rules of joining. */
export const joiningRules = {
  isMergeApproved: (context: Guard): Missing[] => [
    ...otherWay(context.choice === 'approve', 'approving'),
    ...secondPerson(context),
  ],
  isMergeRefused: (context: Guard): Missing[] => otherWay(context.choice === 'refuse', 'refusing'),
  hasJoined: ({ record }: Guard): Missing[] =>
    record.standing.joined?.length
      ? []
      : missing('nothingJoined', 'No other record is joined with this one.', 'the coordinator'),
};

/** Whether a record is joined with this one. */
export function isJoinedTo(
  { standing }: Pick<StoredRecord<ChildStanding>, 'standing'>,
  childId?: string,
): boolean {
  return (standing.joined ?? []).some(({ id }) => id === childId);
}
