import { reachedOnline } from '../../demonstration/assessment.js';
import type { Calendar } from '../../demonstration/calendar.js';
import { CaseStory } from '../../demonstration/case-story.js';
import type { Script } from '../../demonstration/script.js';

/** Something that happens so many working days after what happened before it. */
export type Step = (later: number, act: () => Promise<unknown>) => void;

const madeUp = 'Made-up words';

/** What a child comes under, and what that turns into: orders of the family court for one in three, plans for another. */
export function liveStatuses(
  step: Step,
  story: CaseStory,
  { days, index, ago }: { days: Calendar; index: number; ago: () => number },
): void {
  const say = (later: number, command: string, more: object): string => {
    const since = days.dateBefore(Math.max(1, ago() - later));
    step(later, async () =>
      story.script.give('triage', command, { since, ...more }, await story.script.childOf(story.caseId)),
    );
    return since;
  };
  if (index % 3 === 1) {
    say(1, 'children/record-status', { legalStatus: 'V2', placement: 'U1' });
    say(14, 'children/record-status', { legalStatus: index % 2 ? 'C1' : 'C2', placement: 'U4' });
  }
  if (index % 3 === 2) {
    const status = 'child-in-need';
    const from = say(1, 'children/record-status-line', { status });
    const until = say(12, 'children/record-status-line', { status: 'protection-plan' });
    say(1, 'children/record-status-line', { status, since: from, until });
  }
}

/** Another worker of the team takes the case over. */
export function handOver(story: CaseStory, worker: string): Promise<unknown> {
  const told = { reason: 'Made-up words', handover: 'Made-up words', introduction: 'Made-up words' };
  return story.give('manager', 'allocate-worker', { workerId: story.script.person(worker), ...told });
}

/** A closed case is taken up again, by the team of the south. */
export function takeUpAgain(step: Step, story: CaseStory): void {
  step(3, () => story.give('triage', 'relist', { reason: 'Made-up words', teamId: 'south' }));
  step(2, () =>
    story.give('manager-south', 'allocate-worker', { workerId: story.script.person('worker-south') }),
  );
}

/** A case is closed to all but those named; with an odd number it is opened again. */
export function restrict(step: Step, story: CaseStory, index: number): void {
  const reason = 'Somebody of the team knows the family (made up)';
  step(2, () => story.give('manager', 'restrict', { reason, readers: [story.script.person('senior')] }));
  if (index % 2) step(6, () => story.give('manager', 'lift-restriction', { reason: madeUp }));
}

/** The first confirmed grade turns out to have been about somebody else. */
export function withdrawGrade(
  step: Step,
  story: CaseStory,
  gradeOf: (caseId: string) => Promise<string>,
): void {
  step(3, async () => {
    const rowId = await gradeOf(story.caseId);
    await story.give('manager', 'withdraw-entry', { rowId, reason: 'It is another child’s (made up)' });
  });
}

const endings = [
  { how: 'done', evidence: madeUp },
  { how: 'not-done', reason: madeUp },
  { how: 'no-longer-possible', changed: madeUp },
];

/** A plan with an action of each ending, two days after they were due. */
export function liveEndings(script: Script, days: Calendar): void {
  const name = { firstName: 'Ending', lastName: 'Made-up' };
  const story = new CaseStory(script, days, { ...name, birthDate: '2010-03-04', sex: 'male' });
  const ids: string[] = [];
  script.at(days.before(45), () => story.refer('Somebody was seen with the child (made up).'));
  script.at(days.before(44), () => story.takeOn());
  script.at(days.before(43), async () => {
    await story.allocate();
    const words = { analysis: madeUp, childView: madeUp };
    await story.assess(days.dateBefore(43), 'medium', reachedOnline, words);
    await story.confirm('medium');
    for (const _ of endings) {
      const id = await story.act('Does what the plan says (made up)', 'worker', { due: days.dateBefore(20) });
      await story.answer('worker', 'accept-action', id);
      ids.push(id);
    }
    await story.agree();
  });
  script.at(days.before(18), async () => {
    for (const [index, id] of ids.entries()) await story.answer('worker', 'end-action', id, endings[index]);
  });
}
