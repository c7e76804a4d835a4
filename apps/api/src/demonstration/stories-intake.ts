import { threatsOnline } from './assessment.js';
import type { Calendar } from './calendar.js';
import { CaseStory, type StoryChild } from './case-story.js';
import type { Script } from './script.js';

const child = (
  firstName: string,
  lastName: string,
  birthDate: string,
  sex: StoryChild['sex'],
): StoryChild => ({ firstName, lastName, birthDate, sex });

/** Children at the front door: waiting for triage, in danger now, proposed by a return, taken up again. */
export function intakeStories(script: Script, days: Calendar): void {
  const robin = new CaseStory(script, days, child('Robin', 'Synthetic', '2011-05-04', 'female'));
  script.at(days.before(1, '15:20'), () =>
    robin.refer(
      'An adult nobody at the school knows waited at the gate three times this week and drove Robin away once.',
    ),
  );

  const sky = new CaseStory(script, days, child('Sky', 'Invented', '2010-09-17', 'male'));
  script.at(days.minutesAgo(45), () =>
    sky.refer('Sky told the tutor that a man is coming tonight to take him to a flat he is afraid of.', {
      immediateDanger: true,
      concern: 'sexual',
    }),
  );

  proposed(script, days);
  relisted(script, days);

  const ash = new CaseStory(script, days, child('Ash', 'Madeup', '2012-02-11', 'male'));
  script.at(days.before(6, '10:00'), () =>
    ash.refer('Ash has a second phone and will not say who gave it to him.'),
  );
  script.at(days.before(5, '11:00'), () => ash.takeOn());
  script.at(days.before(4, '09:10'), async () => {
    await ash.allocate('worker-two');
    await ash.hear(
      'I just want people to stop asking about the phone.',
      'At home, in his own room, alone with the worker',
      'worker-two',
    );
  });

  const river = new CaseStory(script, days, child('River', 'Sample', '2010-12-01', 'female'));
  script.at(days.before(8, '10:00'), () =>
    river.refer('River showed a friend messages in which an adult demands pictures and threatens her.'),
  );
  script.at(days.before(8, '14:00'), () => river.takeOn());
  script.at(days.before(7, '09:15'), async () => {
    await river.allocate();
    await river.discuss();
  });
  script.at(days.before(1, '16:10'), async () => {
    await river.hear('I am frightened of what he will do if I stop answering.');
    await river.assess(days.dateBefore(2), 'high', threatsOnline, {
      analysis: 'An adult compels River by threats; he was named to the police.',
      childView: 'She wants it to stop and wants her mother to be told by somebody else.',
    });
    await river.give('worker', 'record-safety-action', {
      who: 'River’s mother',
      what: 'Keeps the phone at night and calls the duty team at any new threat',
      when: 'From today',
    });
  });
}

/** Two absences within the year: a proposal, which triage has not decided yet. */
function proposed(script: Script, days: Calendar): void {
  script.at(days.before(2, '10:30'), async () => {
    const from = 'Weekly list of missing children';
    const payload = {
      firstName: 'Toni',
      lastName: 'Makebelieve',
      birthDate: days.born('2011-08-23'),
      sex: 'female',
      localId: 'FERN-0012',
      from,
    };
    const { id: childId } = await script.give('coordinator', 'children/record-child', payload);
    const absences = [
      { kind: 'missing', start: days.dateBefore(40), end: days.dateBefore(39) },
      { kind: 'away', start: days.dateBefore(6), end: days.dateBefore(5) },
    ];
    for (const absence of absences)
      await script.give('coordinator', 'missing-episodes/record-episode', { childId, ...absence, from });
  });
}

/** A case that ended at triage, and is taken up again on a new referral. */
function relisted(script: Script, days: Calendar): void {
  const dana = child('Dana', 'Storybook', '2011-01-30', 'female');
  const first = new CaseStory(script, days, dana);
  const second = new CaseStory(script, days, dana);
  script.at(days.before(60, '10:00'), () =>
    first.refer('Dana was seen in a car with older boys after school.'),
  );
  script.at(days.before(59, '11:00'), async () => {
    await first.give('triage', 'decide-triage', {
      outcome: 'no-further-action',
      reasons: 'The driver is an older brother, as the school and the parents say; nothing else is known.',
      policeView: 'given',
      policeViewText: 'Nothing held.',
      referrerTold: 'By telephone to the school’s safeguarding lead',
    });
  });
  script.at(days.before(3, '10:00'), () =>
    second.refer('Dana came back after a night away with money and would not say from whom.'),
  );
  script.at(days.before(2, '14:40'), async () => {
    await second.give('triage', 'decide-triage', {
      outcome: 'relisted',
      reasons: 'The earlier concern looks different now.',
      policeView: 'asked',
      otherCaseId: first.caseId,
      teamId: 'north',
      referrerTold: 'By telephone to the school’s safeguarding lead',
    });
  });
}
