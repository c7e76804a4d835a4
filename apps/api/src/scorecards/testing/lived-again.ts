import type { Grade } from '@mase/workflow';
import { reachedOnline } from '../../demonstration/assessment.js';
import type { Calendar } from '../../demonstration/calendar.js';
import { CaseStory } from '../../demonstration/case-story.js';
import type { Script } from '../../demonstration/script.js';

const madeUp = 'Made-up words';
const mild = reachedOnline.map((one) => ({ ...one, level: 1 as const }));

/** A case is assessed low, then with nothing found, and closes: from so many working days before the present on. */
function liveToClosing(story: CaseStory, from: number): void {
  const { script, calendar: days } = story;
  const assess = (ago: number, grade: Grade) => {
    const words = { analysis: madeUp, childView: madeUp };
    script.at(days.before(ago), () =>
      story.assess(days.dateBefore(ago + 1), grade, grade === 'none' ? [] : mild, words),
    );
    script.at(days.before(ago - 2), () => story.confirm(grade));
  };
  script.at(days.before(from), () => story.allocate());
  assess(from - 3, 'low');
  assess(from - 20, 'none');
  script.at(days.before(from - 24), () => story.hear('Made-up words of a child', 'On a walk'));
  script.at(days.before(from - 34), async () => {
    await story.give('worker', 'propose-closure', {
      reason: 'not-found',
      analysis: 'Nothing was found that the referral tells of.',
      watcher: 'The school',
      nextCheck: days.dateAfter(30),
    });
  });
  script.at(days.before(from - 36), async () => {
    await story.give('manager', 'approve-closure', { reasons: 'Agreed (made up)' });
  });
}

/** Two closings that did not hold: one case is taken up again and closes once more, another is woken by a new referral. */
export function liveAgain(script: Script, days: Calendar): void {
  const storyOf = (firstName: string) =>
    new CaseStory(script, days, { firstName, lastName: 'Made-up', birthDate: '2010-06-07', sex: 'female' });
  const [again, woken, waking] = [storyOf('Again'), storyOf('Woken'), storyOf('Woken')];
  for (const story of [again, woken]) {
    script.at(days.before(130), () => story.refer('Somebody was seen with the child (made up).'));
    script.at(days.before(129), () => story.takeOn());
    liveToClosing(story, 128);
  }
  script.at(days.before(60), async () => {
    await again.give('triage', 'relist', { reason: madeUp });
  });
  liveToClosing(again, 58);
  script.at(days.before(60), () => waking.refer('The child was seen there once more (made up).'));
  script.at(days.before(59), async () => {
    await waking.give('triage', 'decide-triage', {
      ...{ outcome: 'relisted', otherCaseId: woken.caseId, teamId: 'south', reasons: madeUp },
      ...{ policeView: 'given', policeViewText: madeUp, referrerTold: 'By telephone (made up)' },
    });
  });
}

/** Two children who are open now: of one the sex is not yet known, of the other the ethnicity was not obtained. */
export function liveUnknown(script: Script, days: Calendar): void {
  const name = { firstName: 'Unknown', lastName: 'Made-up', birthDate: '2011-06-07' };
  const [one, other] = [1, 2].map(() => new CaseStory(script, days, { ...name, sex: 'female' })) as [
    CaseStory,
    CaseStory,
  ];
  script.at(days.before(100), async () => {
    const seen = 'Somebody was seen with the child (made up).';
    await one.refer(seen, { child: { ...name, lastName: 'Not-yet', sex: 'not-yet-known' } });
    const payload = { ...name, lastName: 'Not-told', sex: 'female', ethnicity: 'NOBT', from: 'A return' };
    const { id: childId } = await script.give('coordinator', 'children/record-child', payload);
    await script
      .give('triage', 'child-cases/record-referral', {
        ...{ childId, seenOrSaid: seen, immediateDanger: false, source: 'education', concern: 'online' },
      })
      .then(({ id }) => {
        other.caseId = id;
      });
  });
  script.at(days.before(99), async () => {
    await one.takeOn();
    await other.takeOn();
  });
}
