import type { ScorecardCount } from '@mase/workflow';
import { caseload, cohort, entryByEnd, priorityThen } from './naive-last-day.js';
import { incidents, missing } from './naive-reports.js';
import {
  between,
  dayOf,
  daysFrom,
  heights,
  isEpisode,
  isIn,
  isOver,
  type NaiveAsked,
  of,
  phaseOf,
  sorted,
  standingOf,
  Tally,
} from './naive-terms.js';
import { isCase, isReferral, openAtEnd, timesOf } from './naive-times.js';
import type { Told, ToldBooks, ToldEntry } from './told-books.js';

function children(books: ToldBooks, asked: NaiveAsked, tally: Tally): void {
  for (const one of of(books, 'childCase'))
    for (const [index, time] of timesOf(books, one).entries()) {
      const { outcome, begun, since, byReferral, ended, grades, last } = time;
      const isAgain = index > 0 && !byReferral && isIn(begun, asked);
      if (isAgain) tally.add('reReferrals');
      if (isAgain) tally.add('comings');
      if (index === 0 && isIn(since, asked)) {
        tally.add('contacts', outcome ?? 'awaiting');
        tally.add('comings');
        if (last.reReferral) tally.add('reReferrals');
        if (isReferral(time, index)) {
          if (last.assessmentId) tally.add('assessed');
          if (last.confirmed) tally.add('graded');
          if (last.plan) tally.add('planned');
          if (last.lastDecision) tally.add('heard');
          if (ended) tally.add('ended');
        }
      }
      if (!isCase(time, index)) continue;
      const opened =
        asked.episodesFrom === 'none' ? begun : grades.find((given) => isEpisode([given], asked))?.happened;
      if (isIn(opened, asked)) tally.add('opened', outcome);
      if (ended && isIn(ended.at, asked) && isEpisode(grades, asked)) {
        const first = grades[0]?.grade;
        const closing = last.confirmed?.grade;
        tally.add('closed', ended.reason);
        tally.add('daysOpen', null, daysFrom(dayOf(since), dayOf(ended.at)));
        tally.add('gradeAtOpening', first ?? 'not-graded');
        tally.add('gradeAtClosing', closing ?? 'not-graded');
        if (first) tally.add('riskCompared');
        if (first && closing && heights.indexOf(closing) < heights.indexOf(first)) tally.add('riskReduced');
      }
      const byEnd = grades.filter(({ happened }) => dayOf(happened) <= asked.to);
      if (openAtEnd(books, one, asked)?.since === since && isEpisode(byEnd, asked))
        tally.add('openAtEnd', byEnd.at(-1)?.grade ?? 'not-graded');
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

/** Actions with a day in the period: of children’s plans, or those that a sitting gave on no child’s case. */
function actions(books: ToldBooks, asked: NaiveAsked, tally: Tally, isGiven: boolean): void {
  for (const one of of(books, 'planAction')) {
    const { due, ended, ownerAgencyId, caseKind } = standingOf(one);
    if (Boolean(caseKind) !== isGiven) continue;
    if (!due || !between(due.slice(0, 10), asked) || ['handed-over', 'superseded'].includes(ended?.how))
      continue;
    const agency = books.records.get(ownerAgencyId)?.entry.standing.name ?? 'not-known';
    const late = ended ? daysFrom(due, dayOf(ended.at)) : 0;
    const add = (count: string, amount = 1) =>
      tally.add(isGiven ? `given${count[0]?.toUpperCase()}${count.slice(1)}` : count, agency, amount);
    add('actions');
    if (ended?.how === 'done') add(late > 0 ? 'doneLate' : 'onTime');
    if (ended?.how === 'done' && late > 0) add('daysLate', late);
    if (ended?.how === 'not-done') add('notDone');
    if (ended?.how === 'no-longer-possible') add('noLongerPossible');
    if (!ended && due < dayOf(asked.knownAt)) add('overdue');
  }
}

function plan(books: ToldBooks, asked: NaiveAsked, tally: Tally): void {
  actions(books, asked, tally, false);
}

function strands(books: ToldBooks, asked: NaiveAsked, tally: Tally): void {
  for (const [kind, word] of [
    ['personCase', 'persons'],
    ['locationCase', 'places'],
  ] as const)
    for (const one of of(books, kind)) {
      const { nominatedAt, acceptedAt, closed } = standingOf(one);
      if (isIn(nominatedAt, asked)) tally.add(`${word}Nominated`);
      if (isIn(acceptedAt, asked)) tally.add(`${word}Accepted`);
      if (acceptedAt && isIn(closed?.at, asked)) tally.add(`${word}Removed`, closed.reason);
      if (acceptedAt && dayOf(acceptedAt) <= asked.to && !isOver(closed?.at, asked))
        tally.add(`${word}AtEnd`, priorityThen(books, one, asked));
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
  actions(books, asked, tally, true);
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

function completeness(books: ToldBooks, asked: NaiveAsked, tally: Tally): void {
  const ask = (field: string, isKnown: boolean) => {
    tally.add('asked', field);
    if (isKnown) tally.add('known', field);
  };
  // Whom it was about by then: what was joined since was two records.
  const aboutOf = ({ entry: { record } }: ToldEntry): Told =>
    entryByEnd(books, record.parentId, asked)?.entry.standing ?? {};
  for (const one of of(books, 'childCase')) {
    const then = openAtEnd(books, one, asked) && entryByEnd(books, one.id, asked);
    if (!then) continue;
    const { source, harm, confirmed, plan: agreed, views } = standingOf(then);
    const { birthDate, sex, ethnicity } = aboutOf(then);
    for (const [field, value] of Object.entries({
      'birth-date': birthDate,
      sex: ['female', 'male'].includes(sex),
      ethnicity: ethnicity && ethnicity !== 'NOBT',
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
      const then = entryByEnd(books, one.id, asked);
      if (!then) continue;
      const about = aboutOf(then);
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

const counting = {
  missing,
  incidents,
  children,
  timeliness,
  plan,
  strands,
  panel,
  caseload,
  completeness,
  cohort,
};

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
