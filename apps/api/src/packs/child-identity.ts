import type { AboutMe, ChildIdentity, ChildStatus, ChildWorker, Recorded } from '@mase/documents';
import { counted } from '@mase/documents';
import {
  type AllocateWorkerPayload,
  ageOn,
  birthdayAt,
  type ChildDescription,
  type RecordAboutMePayload,
  type RecordStatusLinePayload,
} from '@mase/workflow';
import { labelOf, type StatusLine, statusLineNames } from '@mase/workflow/words';
import { ethnicityWords, legalStatusWords, placementWords, roleWords } from './code-words.js';
import { type Case, type Child, fieldsOf, leftOut, type Papers } from './papers.js';

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
  const { own, child } = kept(papers, record);
  const me = fieldsOf<RecordAboutMePayload>(child ? papers.written(child.id, 'about-me')[0] : undefined);
  return {
    chosenName: chosenName(papers, record),
    likes: own(me.likes),
    goodAt: own(me.goodAt),
    trustedAdult: own(me.trustedAdult),
    reach: own([me.bestWay, me.bestTime].filter(Boolean).join('. ') || undefined),
    language: own(me.language),
    communication: own(me.needs),
    advocate: own(me.advocate),
    specialist: own(me.specialist),
  };
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

/** The next date of a status, and of what it is, where that was written. */
function nextWords(papers: Papers, child: Child, line: StatusLine, next: string): string {
  const rows = papers.written(child.id, 'status-line').map((row) => fieldsOf<RecordStatusLinePayload>(row));
  const { nextWhat } = rows.find(({ status }) => status === line) ?? {};
  return nextWhat ? `${papers.day(next)}, ${nextWhat}` : papers.day(next);
}

/** Statuses in law: looked after, from the return, and what was recorded with its next date; null where the child's record says nothing or may not be opened. */
export function statuses(papers: Papers, record: Case): ChildStatus[] | typeof leftOut | null {
  const child = papers.childOf(record);
  if (!child) return leftOut;
  const { status, lines } = child.standing;
  if (!status && !lines) return null;
  const named = Object.entries(lines ?? {}) as [
    StatusLine,
    { since: string; until: string | null; next: string | null },
  ][];
  const standing = named.filter(([, { until }]) => !until);
  const fromReturn = status && !status.until && !standing.some(([line]) => line === 'looked-after');
  return [
    ...(fromReturn ? [{ status: 'Looked after', since: papers.day(status.since), next: null }] : []),
    ...standing.map(([line, { since, next }]) => ({
      status: statusLineNames[line],
      since: papers.day(since),
      next: next && nextWords(papers, child, line, next),
    })),
  ];
}

/** The worker now, the manager of the team, and how many workers the child has had. */
export function workerWords(papers: Papers, record: Case): ChildWorker {
  const { workerId, team } = record.standing;
  // A child may have had others on earlier cases.
  const workers = Math.max(record.standing.workers, papers.childOf(record)?.standing.workers ?? 0);
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
