import type {
  AboutMe,
  ChildIdentity,
  ChildStatus,
  ChildWorker,
  MissingSummary,
  Recorded,
} from '@mase/documents';
import { counted } from '@mase/documents';
import { type AllocateWorkerPayload, ageOn, birthdayAt, type ChildDescription } from '@mase/workflow';
import { labelOf } from '@mase/workflow/words';
import { ethnicityWords, legalStatusWords, placementWords, roleWords } from './code-words.js';
import { type Case, type Episode, fieldsOf, leftOut, type Papers } from './papers.js';

interface Referral {
  child?: ChildDescription;
  household?: string;
}

/** Whether this reader may open the record from which a fact comes; where not, the fact is left out, not missing. */
function kept(papers: Papers, record: Case) {
  const child = papers.childOf(record);
  const wholeCase = papers.reads(record.id, 'case');
  const referral = fieldsOf<Referral>(papers.written(record.id, 'referral').at(-1));
  /** A fact of the child's own record, else of the referral's description. */
  const of = (own: Recorded | undefined, described: Recorded | undefined): Recorded =>
    own ?? described ?? (child ? null : leftOut);
  /** A fact that only the child's own record holds. */
  const own = (value: Recorded | undefined): Recorded => value ?? (child ? null : leftOut);
  return { child, referral, wholeCase, of, own };
}

/** The child by the name that he or she chose; by the case's name where none is recorded. */
export function chosenName(papers: Papers, record: Case): string {
  const { child, referral } = kept(papers, record);
  const described = referral.child;
  return child?.standing.chosenName ?? described?.chosenName ?? described?.firstName ?? record.standing.name;
}

/** How the child would introduce himself or herself, as far as it is recorded. */
export function aboutMe(papers: Papers, record: Case): AboutMe {
  const nothing = {
    likes: null,
    goodAt: null,
    trustedAdult: null,
    reach: null,
    language: null,
    communication: null,
    advocate: null,
  };
  return { chosenName: chosenName(papers, record), ...nothing };
}

/** Who the child is in the agencies' files; the age is that on the day of the sitting. */
export function identity(papers: Papers, record: Case): ChildIdentity {
  const { child, referral, wholeCase, of, own } = kept(papers, record);
  const { status, ethnicity } = child?.standing ?? {};
  const birth = child?.standing.birthDate ?? referral.child?.birthDate;
  const sex = child?.standing.sex ?? referral.child?.sex;
  return {
    fullName: record.standing.name,
    age: of(birth && ageWords(papers, birth), null),
    sex: of(sex && labelOf(sex), null),
    ethnicity: own(ethnicity && ethnicityWords(ethnicity)),
    legalStatus: own(status && !status.until ? legalStatusWords(status.legalStatus) : undefined),
    placement: own(status && !status.until ? placementWords(status.placement) : undefined),
    education: null,
    household: referral.household ?? (wholeCase ? null : leftOut),
  };
}

function ageWords(papers: Papers, birth: string): string {
  const on = papers.date(papers.sitting.standing.startsAt);
  const years = ageOn(birth, on, papers.about.profile.timeZone);
  return `${counted(years, 'year')}, ${years + 1} on ${papers.day(birthdayAt(birth, years + 1))}`;
}

/** Statuses in law: looked after, from the return; null where the child's record says nothing or may not be opened. */
export function statuses(papers: Papers, record: Case): ChildStatus[] | typeof leftOut | null {
  const child = papers.childOf(record);
  if (!child) return leftOut;
  const { status } = child.standing;
  if (!status) return null;
  if (status.until) return [];
  return [{ status: 'Looked after', since: papers.day(status.since), next: null }];
}

/** The worker now, the manager of the team, and how many workers the child has had. */
export function workerWords(papers: Papers, record: Case): ChildWorker {
  const { workerId, workers, team } = record.standing;
  const user = papers.user(workerId);
  const allocated = papers.written(record.id, 'allocation')[0];
  const since = allocated ? papers.day(allocated.happened) : papers.reads(record.id, 'case') ? null : leftOut;
  const changes = papers
    .written(record.id, 'allocation')
    .map((row) => ({ row, fields: fieldsOf<AllocateWorkerPayload>(row) }))
    .filter(({ fields }) => fields.reason)
    .map(({ row, fields }) => `Changed on ${papers.day(row.happened)}: ${fields.reason}.`);
  const managers = papers.managersOf(team).map((one) => one.name);
  const name = chosenName(papers, record);
  return {
    name: user?.name ?? (workerId ? null : 'Nobody is allocated yet'),
    role: user ? roleWords(user.roles) : null,
    agency: user ? papers.agency(user.agencyId) : null,
    since: workerId ? since : null,
    manager: managers.length > 0 ? managers.join(', ') : null,
    count: workers > 0 ? [`${name} has had ${counted(workers, 'worker')}.`, ...changes].join(' ') : null,
  };
}

/** Missing since the last sitting, or in the twelve months before a first one, with each episode. */
export function missing(papers: Papers, record: Case): MissingSummary {
  const last = papers.previous && papers.date(papers.previous.standing.startsAt);
  const sitting = papers.date(papers.sitting.standing.startsAt);
  const from = last ?? `${Number(sitting.slice(0, 4)) - 1}${sitting.slice(4)}`;
  const child = papers.childOf(record);
  const records = papers
    .all<Episode>('missingEpisode')
    .filter((one) => one.standing.childId === record.standing.childId);
  if (!child && records.length === 0) return { sinceLast: leftOut, episodes: [] };
  // Who took the case up later may not open earlier episodes: the child's own record counts them all the same.
  const opened = records.map((one) => one.standing);
  const others = (child?.standing.episodes ?? [])
    .filter((one) => !opened.some((other) => other.start === one.start))
    .map((one) => ({ ...one, kind: 'missing' }));
  const known = [...opened, ...others];
  const episodes = known
    .filter((one) => one.start >= from && one.start <= sitting)
    .sort((one, other) => other.start.localeCompare(one.start));
  const when = last
    ? `since the last sitting on ${papers.day(last)}`
    : 'in the twelve months before this sitting';
  const times = episodes.length === 1 ? 'once' : `${episodes.length} times`;
  return {
    sinceLast: episodes.length > 0 ? `Missing ${times} ${when}.` : `Not missing ${when}, as recorded.`,
    episodes: episodes.map(({ start, end, kind }) => ({
      from: papers.day(start),
      to: end ? papers.day(end) : 'No return is recorded',
      kind: kind === 'away' ? 'Away without authorisation' : 'Missing',
      policeLevel: null,
      interview: null,
    })),
  };
}
