import type { ScorecardCount } from '@mase/workflow';
import type { Told, ToldBooks, ToldEntry } from './told-books.js';

/** Of which days, to which instant known. */
export interface NaiveAsked {
  from: string;
  to: string;
  knownAt: string;
}

const london = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short' });
const dayOf = (instant: string): string => london.format(new Date(instant));
const between = (day: string, { from, to }: NaiveAsked): boolean => day >= from && day <= to;
const isIn = (instant: string | null | undefined, asked: NaiveAsked): boolean =>
  typeof instant === 'string' && between(dayOf(instant), asked);
/** Whether something ended by the last day. */
const isOver = (instant: string | null | undefined, { to }: NaiveAsked): boolean =>
  typeof instant === 'string' && dayOf(instant) <= to;
const daysFrom = (one: string, other: string): number =>
  Math.round((Date.parse(other) - Date.parse(one)) / 86_400_000);
const heights = ['none', 'low', 'medium', 'high'];

/** Counts by measure and part, from plain loops over everything. */
class Tally {
  readonly counts = new Map<string, ScorecardCount>();
  add(measure: string, part: string | null = null, n = 1): void {
    const key = `${measure} ${part}`;
    const one = this.counts.get(key) ?? { measure, part, n: 0 };
    one.n += n;
    this.counts.set(key, one);
  }
}

const of = (books: ToldBooks, kind: string): ToldEntry[] =>
  [...books.records.values()].filter((one) => one.kind === kind);
const standingOf = (one: ToldEntry): Told => one.entry.standing;
const phaseOf = ({ entry: { state } }: ToldEntry): string => (typeof state === 'string' ? state : state.work);
const isTaken = (one: ToldEntry): boolean =>
  ['risk-assessment', 'section-47-and-risk-assessment'].includes(standingOf(one).triage?.outcome) ||
  !['awaitingTriage', 'closed'].includes(phaseOf(one));
const isOpenAtEnd = (one: ToldEntry, asked: NaiveAsked): boolean => {
  const { receivedAt, closed } = standingOf(one);
  return isTaken(one) && dayOf(receivedAt) <= asked.to && !isOver(closed?.at, asked);
};

/** Grades of a case as each was confirmed, by the entries that wrote one and were not replaced. */
function gradesOf(books: ToldBooks, id: string): { grade: string; happened: string }[] {
  const own = books.entries.filter((one) => one.id === id);
  const replaced = own.flatMap(({ entry }) => entry.rows.flatMap((row: Told) => row.replaces ?? []));
  return own
    .filter(({ entry }) => entry.rows.some((row: Told) => row.kind === 'grade' && !replaced.includes(row.id)))
    .map(({ entry }) => ({ grade: entry.standing.confirmed.grade, happened: entry.command.happened }));
}

function children(books: ToldBooks, asked: NaiveAsked, tally: Tally): void {
  for (const one of of(books, 'childCase')) {
    const s = standingOf(one);
    if (isIn(s.receivedAt, asked)) {
      tally.add('contacts', s.triage?.outcome ?? 'awaiting');
      if (s.reReferral || s.triage?.outcome === 'relisted') tally.add('reReferrals');
      if (isTaken(one)) {
        if (s.assessmentId) tally.add('assessed');
        if (s.confirmed) tally.add('graded');
        if (s.plan) tally.add('planned');
        if (s.lastDecision) tally.add('heard');
        if (s.closed) tally.add('ended');
      }
    }
    const given = gradesOf(books, one.id);
    if (isTaken(one) && s.closed && isIn(s.closed.at, asked)) {
      const first = given[0]?.grade;
      tally.add('closed', s.closed.reason);
      tally.add('daysOpen', null, daysFrom(dayOf(s.receivedAt), dayOf(s.closed.at)));
      tally.add('gradeAtOpening', first ?? 'not-graded');
      tally.add('gradeAtClosing', s.confirmed?.grade ?? 'not-graded');
      if (first) tally.add('riskCompared');
      if (first && s.confirmed && heights.indexOf(s.confirmed.grade) < heights.indexOf(first))
        tally.add('riskReduced');
    }
    if (isOpenAtEnd(one, asked))
      tally.add(
        'openAtEnd',
        given.filter(({ happened }) => dayOf(happened) <= asked.to).at(-1)?.grade ?? 'not-graded',
      );
  }
}

function timeliness(books: ToldBooks, asked: NaiveAsked, tally: Tally): void {
  const running = new Map<string, Told>();
  for (const { entry } of books.entries) {
    for (const clock of entry.started) running.set(clock.id, clock);
    for (const clock of entry.ended) running.set(clock.id, { ...running.get(clock.id), ...clock });
  }
  for (const { rule, due, ended, how } of running.values()) {
    if (!isIn(due, asked) || how === 'cancelled' || (!ended && due >= asked.knownAt)) continue;
    if (how === 'extended') {
      tally.add('extended', rule);
      continue;
    }
    tally.add('due', rule);
    const measure = { met: 'met', metLate: 'late', missed: 'missed' }[how as string] ?? 'overdue';
    tally.add(measure, rule);
  }
}

function plan(books: ToldBooks, asked: NaiveAsked, tally: Tally): void {
  for (const one of of(books, 'planAction')) {
    const { due, ended, ownerAgencyId } = standingOf(one);
    if (!due || !between(due.slice(0, 10), asked) || ['handed-over', 'superseded'].includes(ended?.how))
      continue;
    const agency = books.records.get(ownerAgencyId)?.entry.standing.name ?? 'not-known';
    const late = ended ? daysFrom(due, dayOf(ended.at)) : 0;
    tally.add('actions', agency);
    if (ended?.how === 'done') tally.add(late > 0 ? 'doneLate' : 'onTime', agency);
    if (ended?.how === 'done' && late > 0) tally.add('daysLate', agency, late);
    if (ended?.how === 'not-done') tally.add('notDone', agency);
    if (ended?.how === 'no-longer-possible') tally.add('noLongerPossible', agency);
    if (!ended && due < dayOf(asked.knownAt)) tally.add('overdue', agency);
  }
}

function strands(books: ToldBooks, asked: NaiveAsked, tally: Tally): void {
  for (const [kind, word] of [
    ['personCase', 'persons'],
    ['locationCase', 'places'],
  ] as const)
    for (const one of of(books, kind)) {
      const { nominatedAt, acceptedAt, closed, priority } = standingOf(one);
      if (isIn(nominatedAt, asked)) tally.add(`${word}Nominated`);
      if (isIn(acceptedAt, asked)) tally.add(`${word}Accepted`);
      if (acceptedAt && isIn(closed?.at, asked)) tally.add(`${word}Removed`, closed.reason);
      if (acceptedAt && dayOf(acceptedAt) <= asked.to && !isOver(closed?.at, asked))
        tally.add(`${word}AtEnd`, priority);
    }
  for (const one of of(books, 'disruptionMeasure')) {
    const { code, granted, served, expiresOn, ended, breaches } = standingOf(one);
    const [since] = [granted?.on, served?.on].filter(Boolean).sort();
    const broken = breaches.filter((day: string) => between(day, asked)).length;
    if (broken > 0) tally.add('breaches', code, broken);
    if (!since) continue;
    if (between(since, asked)) tally.add('orders', code);
    if (since <= asked.to && (!expiresOn || expiresOn >= asked.to) && (!ended || ended.on > asked.to))
      tally.add('inForce', code);
  }
}

function panel(books: ToldBooks, asked: NaiveAsked, tally: Tally): void {
  for (const sitting of of(books, 'sitting')) {
    const { startsAt, quorate } = standingOf(sitting);
    if (!isIn(startsAt, asked)) continue;
    const phase = phaseOf(sitting);
    const isHeld = ['inSession', 'minutesDrafted', 'minutesAgreed'].includes(phase);
    tally.add('sittings', isHeld ? 'held' : phase);
    if (!isHeld) continue;
    if (!quorate) tally.add('inquorate');
    // Whoever is not named in a later list stays as he or she was.
    const people = new Map<string, Told>();
    for (const { id, entry } of books.entries)
      if (id === sitting.id && entry.event === 'record-attendance')
        for (const person of entry.payload.attendance) people.set(person.userId ?? person.name, person);
    for (const { as, agency, attendance, updateReceived } of people.values()) {
      if (!['member', 'substitute'].includes(as)) continue;
      tally.add('expected', agency);
      if (['present', 'left'].includes(attendance)) tally.add('attended', agency);
      if (['apologies', 'absent'].includes(attendance) && !updateReceived) tally.add('silent', agency);
    }
    for (const item of of(books, 'agendaItem'))
      if (standingOf(item).sittingId === sitting.id)
        tally.add('items', standingOf(item).decision?.decision ?? 'not-decided');
  }
}

function caseload(books: ToldBooks, asked: NaiveAsked, tally: Tally): void {
  const teams = new Map<string, string>(
    of(books, 'agency').flatMap((one) => standingOf(one).teams.map((team: Told) => [team.id, team.name])),
  );
  const workers = new Set<string>();
  for (const one of of(books, 'childCase')) {
    if (!isOpenAtEnd(one, asked)) continue;
    const { team, workerId } = standingOf(one);
    const name = teams.get(team) ?? team ?? 'not-known';
    tally.add('cases', name);
    tally.add(workerId ? 'withWorker' : 'waiting', name);
    if (workerId && !workers.has(`${name} ${workerId}`)) tally.add('workers', name);
    workers.add(`${name} ${workerId}`);
  }
  for (const one of of(books, 'serviceEpisode')) {
    const { agencyName, referred, startedAt, ended } = standingOf(one);
    if (isIn(referred?.at, asked)) tally.add('servicesReferred', agencyName);
    if (isIn(startedAt, asked)) tally.add('servicesStarted', agencyName);
    if (startedAt && isIn(ended?.at, asked)) tally.add('servicesEnded', agencyName);
    if (startedAt && dayOf(startedAt) <= asked.to && !isOver(ended?.at, asked))
      tally.add('servicesAtEnd', agencyName);
  }
}

function completeness(books: ToldBooks, asked: NaiveAsked, tally: Tally): void {
  const ask = (field: string, isKnown: boolean) => {
    tally.add('asked', field);
    if (isKnown) tally.add('known', field);
  };
  const aboutOf = (one: ToldEntry): Told =>
    books.records.get(one.entry.record.parentId)?.entry.standing ?? {};
  for (const one of of(books, 'childCase')) {
    if (!isOpenAtEnd(one, asked)) continue;
    const { source, harm, confirmed, plan: agreed, views } = standingOf(one);
    const { birthDate, sex, ethnicity } = aboutOf(one);
    for (const [field, value] of Object.entries({
      'birth-date': birthDate,
      sex,
      ethnicity,
      grade: confirmed,
      plan: agreed,
    }))
      ask(`child/${field}`, Boolean(value));
    ask('child/source', source !== 'not-yet-known');
    ask('child/kind', Object.keys(harm).length > 0);
    ask('child/child-view', views.child + views.childAttempts > 0);
  }
  for (const kind of ['personCase', 'locationCase'])
    for (const one of of(books, kind)) {
      const { acceptedAt, closed } = standingOf(one);
      if (!acceptedAt || dayOf(acceptedAt) > asked.to || isOver(closed?.at, asked)) continue;
      const about = aboutOf(one);
      const known = (value: unknown) => value !== null && value !== undefined;
      if (kind === 'personCase') {
        ask('person/ethnicity-self', known(about.ethnicitySelf));
        ask('person/ethnicity-officer', known(about.ethnicityOfficer));
        ask('person/nationality', known(about.nationality));
      } else {
        ask('place/kind', known(about.kind));
        ask('place/postcode', known(about.postcode));
        ask('place/point', known(about.latitude));
      }
    }
}

function cohort(books: ToldBooks, asked: NaiveAsked, tally: Tally): void {
  const ids = new Set<string>();
  for (const one of of(books, 'childCase')) {
    const { receivedAt, closed } = standingOf(one);
    const isOut = closed && dayOf(closed.at) < asked.from;
    if (isTaken(one) && dayOf(receivedAt) <= asked.to && !isOut) ids.add(one.entry.record.parentId);
  }
  for (const id of ids) {
    const { birthDate, sex, ethnicity, status, lines = {} } = books.records.get(id)?.entry.standing ?? {};
    const birthday = birthDate && `${asked.to.slice(0, 4)}${birthDate.slice(4)}`;
    const years =
      birthDate && Number(asked.to.slice(0, 4)) - Number(birthDate.slice(0, 4)) - Number(asked.to < birthday);
    const [, label = 'not-known'] = birthDate ? (bands.find(([most]) => years <= most) ?? []) : [];
    tally.add('cohort');
    tally.add('sex', sex ?? 'not-known');
    tally.add('age', label);
    tally.add('ethnicity', ethnicity ?? 'not-known');
    const stands = (until: string | null) => !until || until >= asked.to;
    tally.add('legalStatus', status && stands(status.until) ? status.legalStatus : 'not-looked-after');
    for (const [line, { until }] of Object.entries<Told>(lines))
      if (stands(until)) tally.add('vulnerability', line);
  }
}

const bands: [most: number, label: string][] = [
  [10, '10 and under'],
  [12, '11 to 12'],
  [15, '13 to 15'],
  [17, '16 to 17'],
  [Number.POSITIVE_INFINITY, '18 and over'],
];

const counting = { children, timeliness, plan, strands, panel, caseload, completeness, cohort };

/** The counts of a scorecard, worked out anew by plain loops over the whole history: what the product must say too. */
export function naiveCounts(
  scorecard: keyof typeof counting,
  books: ToldBooks,
  asked: NaiveAsked,
): ScorecardCount[] {
  const tally = new Tally();
  counting[scorecard](books, asked, tally);
  return sorted([...tally.counts.values()]);
}

/** Counts in one order, to be compared. */
export function sorted(counts: readonly ScorecardCount[]): ScorecardCount[] {
  const key = ({ measure, part }: ScorecardCount) => `${measure} ${part}`;
  return [...counts].sort((one, other) => (key(one) < key(other) ? -1 : 1));
}
