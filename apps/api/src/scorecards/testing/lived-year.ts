import { openStore } from '@mase/store';
import { chanceOf, openOwner, type TestDatabase } from '@mase/store/testing';
import { type Grade, grades } from '@mase/workflow';
import { reachedOnline } from '../../demonstration/assessment.js';
import { Calendar } from '../../demonstration/calendar.js';
import { CaseStory } from '../../demonstration/case-story.js';
import { type Founded, foundDemonstration } from '../../demonstration/found.js';
import { tellStories } from '../../demonstration/load.js';
import { Script } from '../../demonstration/script.js';
import { liveAgain, liveUnknown } from './lived-again.js';
import { liveEarly, liveIncidents } from './lived-incidents.js';
import { liveJoining } from './lived-joining.js';
import {
  handOver,
  liveEndings,
  liveStatuses,
  restrict,
  type Step,
  takeUpAgain,
  withdrawGrade,
} from './lived-moves.js';
import { liveSitting } from './lived-sitting.js';
import { liveRemovals, liveService } from './lived-strands.js';

/** What a lived year left. */
export interface LivedYear {
  founded: Founded;
  present: string;
  /** Steps that were refused, in words: none, or the year did not have what it was made to have. */
  refused: string[];
}

/** The instant at which the lived year is looked at. */
export const present = '2026-11-20T12:00:00.000Z';

const owners = ['worker', 'member-health', 'charity-worker', 'member-police'];

/**
 * A year of a partnership: the stories of the demonstration, and so many children besides whose cases go each their own
 * way by chance, by real commands on their days. The same seed makes the same year.
 */
export async function liveYear(
  database: TestDatabase,
  { children, seed }: { children: number; seed: number },
): Promise<LivedYear> {
  const { owner, app } = database.connections;
  const days = new Calendar(present);
  const time = { now: days.before(250) };
  const store = await openStore(app, { size: 3, clock: () => time.now });
  try {
    const founded = await foundDemonstration(store, owner, { now: time.now });
    const script = new Script(store, founded, present, (now) => {
      time.now = now;
    });
    tellStories(script, days);
    liveRemovals(script, days);
    liveIncidents(script, days);
    liveEarly(script, days);
    liveEndings(script, days);
    liveAgain(script, days);
    liveUnknown(script, days);
    liveJoining(script, days);
    const idOf = (text: string, value: string) =>
      openOwner(owner, async (client) => (await client.query(text, [value])).rows[0].id as string);
    const action = `select id from record where kind = 'planAction' and standing::json ->> 'what' = $1`;
    liveSitting(script, days, (what) => idOf(action, what));
    const grade = `select id from written where record_id = $1 and kind = 'grade' order by version limit 1`;
    const gradeOf = (caseId: string) => idOf(grade, caseId);
    const refused: string[] = [];
    const next = chanceOf(seed);
    for (let index = 0; index < children; index += 1)
      liveChild(script, days, { index, next, refused, gradeOf });
    await script.play(() => undefined);
    return { founded, present, refused };
  } finally {
    await store.close();
  }
}

interface Life {
  index: number;
  next: (n: number) => number;
  refused: string[];
  /** The row of the first grade of a case. */
  gradeOf: (caseId: string) => Promise<string>;
}

/** One child’s case: from the referral as far as chance takes it. */
function liveChild(script: Script, days: Calendar, { index, next, refused, gradeOf }: Life): void {
  const born = `${2009 + next(4)}-0${1 + next(9)}-1${next(9)}`;
  const story = new CaseStory(script, days, {
    firstName: `Child${index}`,
    lastName: 'Made-up',
    birthDate: born,
    sex: next(2) ? 'male' : 'female',
  });
  let ago = 30 + next(200);
  const step = (later: number, act: () => Promise<unknown>, time = `1${next(7)}:${10 + next(49)}`) => {
    ago -= later;
    if (ago < 1) return;
    script.at(days.before(ago, time), async () => {
      if (!story.caseId && later > 0) return;
      try {
        await act();
      } catch (error) {
        refused.push((error as Error).message);
      }
    });
  };
  const worker = index % 4 === 1 ? 'worker-two' : 'worker';
  step(0, () =>
    story.refer('Somebody was seen with the child (made up).', next(3) ? {} : { source: 'not-yet-known' }),
  );
  if (next(5) === 0) {
    step(1 + next(3), () =>
      story.give('triage', 'decide-triage', {
        outcome: ['no-further-action', 'early-help'][next(2)] as string,
        reasons: 'Made-up reasons',
        policeView: 'given',
        policeViewText: 'Made-up words',
        referrerTold: 'By telephone (made up)',
      }),
    );
    return;
  }
  step(1 + next(3), () => story.takeOn());
  const takenOn = ago;
  if (index % 4 === 0 && takenOn > 20)
    step(1, () =>
      story.give('manager', 'extend-clock', {
        rule: 'first-assessment',
        to: days.dateBefore(takenOn - 15),
        reason: 'A made-up report is awaited',
      }),
    );
  // Somebody has to be last: a case that waits for a worker waits.
  if (next(8) === 0) return;
  step(1 + next(2), () => story.allocate(worker));
  if (next(3)) step(1, () => story.hear('Made-up words of a child', 'On a walk', worker));
  const closes = next(2) === 0;
  if (!closes) liveStatuses(step, story, { days, index, ago: () => ago });
  const graded = (next(3) ? grades[next(4)] : 'low') as Grade;
  const first = closes && index % 2 === 1 ? 'medium' : graded;
  const assess = (grade: Grade, later: number) =>
    assessAs(step, story, {
      days,
      grade,
      worker,
      ago: () => ago,
      later,
      next,
      drops: isDrop(first, grade),
    });
  assess(first, 2 + next(12));
  // An open action of the safety part would stand against the closing.
  if (first !== 'none' && !closes) {
    const ends: (() => void)[] = [];
    for (let action = 0; action < 1 + next(3); action += 1)
      ends.push(actOn(script, step, story, { days, next, ago: () => ago }));
    step(1 + next(6), () => story.agree(next(4) ? 'full' : 'interim'));
    step(1, () => story.share(worker));
    for (const end of ends) end();
  }
  const second = closes ? 'none' : (grades[next(3)] as Grade);
  const isAssessedAgain = closes || next(2) > 0;
  if (isAssessedAgain) assess(second, 10 + next(30));
  if (!closes) {
    if (isAssessedAgain && index % 3 === 0) withdrawGrade(step, story, gradeOf);
    if (index % 4 === 2) liveService(step, story, index % 8 === 2);
    if (index % 2 === 1) step(2, () => handOver(story, worker === 'worker' ? 'worker-two' : 'worker'));
    if (first === 'none') restrict(step, story, index);
    return;
  }
  step(1, () => story.hear('Made-up words of a child at the end', 'On a walk', worker));
  step(5 + next(20), () =>
    story.give(worker, 'propose-closure', {
      reason: 'not-found',
      analysis: 'Nothing was found that the referral tells of.',
      watcher: 'The school',
      nextCheck: days.dateAfter(30),
    }),
  );
  step(1 + next(4), () => story.give('manager', 'approve-closure', { reasons: 'Agreed (made up)' }));
  if (index % 3 === 0) takeUpAgain(step, story);
  if (index % 3 === 1) restrict(step, story, index);
}

/** A drop by two grades asks a senior manager for reasons. */
const isDrop = (before: Grade, grade: Grade): boolean => grades.indexOf(before) - grades.indexOf(grade) > 1;

function assessAs(
  step: Step,
  story: CaseStory,
  about: {
    days: Calendar;
    grade: Grade;
    worker: string;
    ago: () => number;
    later: number;
    next: Life['next'];
    drops: boolean;
  },
): void {
  const { days, grade, worker, ago, later, next, drops } = about;
  const mild = reachedOnline.map((one) => ({ ...one, level: 1 as const }));
  const signs = { none: [], low: mild, medium: reachedOnline, high: reachedOnline }[grade];
  const date = days.dateBefore(Math.max(1, ago() - later + 1));
  step(later, () =>
    story.assess(date, grade, signs, {
      analysis: 'Made-up words of an assessment',
      childView: 'Made-up words of a child',
      worker,
    }),
  );
  step(1 + next(6), () => story.confirm(grade, drops ? 'Made-up reasons' : undefined));
}

/** An action for somebody, due some day; the answer lets it end some day from then on: in time, late, or never. */
function actOn(
  script: Script,
  step: Step,
  story: CaseStory,
  { days, next, ago }: { days: Calendar; next: Life['next']; ago: () => number },
): () => void {
  const owner = owners[next(owners.length)] as string;
  let id = '';
  const due = days.dateBefore(Math.max(1, ago() - 4 - next(25)));
  step(next(3), async () => {
    id = await story.act('Does what the plan says (made up)', owner, { due });
    await story.answer(owner, 'accept-action', id);
  });
  const end = [
    { how: 'done', evidence: 'Made-up words' },
    { how: 'not-done', reason: 'Made-up words' },
    { how: 'no-longer-possible', changed: 'Made-up words' },
  ][[1, 2][next(5)] ?? 0] as object;
  const ends = next(4) > 0;
  const after = next(35);
  return () => {
    if (ends)
      script.at(days.before(Math.max(1, ago() - after), '17:30'), async () => {
        if (id) await story.answer(owner, 'end-action', id, end);
      });
  };
}
