import type { FeedbackSubject } from '@mase/workflow';
import { reachedOnline } from './assessment.js';
import type { Calendar } from './calendar.js';
import { CaseStory } from './case-story.js';
import type { Script } from './script.js';

/** On which working days before the present a child was met, tried for, spoken of in supervision, or told of something. */
export interface Touch {
  met: number[];
  tried?: number[];
  supervised?: number[];
  told?: [ago: number, ...about: FeedbackSubject[]][];
  worker?: string;
}

const meetings = [
  ['visit', 'We sat in the kitchen and talked about the week; the nights are quieter.'],
  ['session', 'We went through who may be called and when; the list hangs in the room now.'],
  ['call', 'Said that school was all right and that nobody has written since Sunday.'],
  ['visit', 'We walked to the park. Still afraid of one of the cars, and says so openly.'],
] as const;

/** A worker keeps in touch with a child, and the manager speaks with the worker of it. */
export function keepInTouch(script: Script, days: Calendar, story: CaseStory, touch: Touch): void {
  const worker = touch.worker ?? 'worker';
  const give = (ago: number, time: string, who: string, verb: string, payload: object) =>
    script.at(days.before(ago, time), () => story.give(who, verb, payload).then(() => undefined));
  touch.met.forEach((ago, index) => {
    const [kind, said] = meetings[index % meetings.length] as (typeof meetings)[number];
    const seen = kind === 'call' ? { answered: 'yes' } : { alone: 'yes' };
    give(ago, '16:10', worker, 'record-contact', { kind, ...seen, said });
  });
  for (const ago of touch.tried ?? [])
    give(ago, '17:20', worker, 'record-contact', {
      kind: 'attempt',
      said: 'Rang twice and left a message; the door stayed shut.',
    });
  for (const ago of touch.supervised ?? [])
    give(ago, '09:05', 'manager', 'record-contact', {
      kind: 'supervision',
      said: 'Talked through risk, plan and what the child says; the plan is followed.',
    });
  for (const [ago, ...about] of touch.told ?? [])
    give(ago, '17:00', worker, 'record-feedback', {
      about,
      what: 'What we worry about, what is going to happen and who does it, in plain words.',
      child: { told: true, how: 'At home; asked who else knows of it' },
      parent: { told: true, how: 'By telephone the same evening' },
    });
}

/** A child in secure accommodation: the work waits, contact goes on, and somebody looks again. */
export function suspendedStory(script: Script, days: Calendar): void {
  const lane = new CaseStory(script, days, {
    firstName: 'Lane',
    lastName: 'Notional',
    birthDate: '2010-08-08',
    sex: 'female',
  });
  script.at(days.before(33, '10:00'), () => lane.refer('Lane is fetched at night by men whom nobody knows.'));
  script.at(days.before(32, '11:00'), () => lane.takeOn());
  script.at(days.before(31, '09:20'), async () => {
    await lane.allocate('worker-two');
    await lane.hear('I want to be somewhere nobody finds me.', 'At the home, alone', 'worker-two');
  });
  script.at(days.before(30, '15:00'), async () => {
    await lane.assess(days.dateBefore(31), 'medium', reachedOnline, {
      analysis: 'Adults outside the home decide when Lane goes out; she is afraid to say who they are.',
      childView: 'Wants to be away from them, and near her sister.',
      worker: 'worker-two',
    });
    await lane.confirm('medium');
  });
  script.at(days.before(11, '12:00'), () =>
    lane
      .give('manager', 'suspend', {
        reason: 'secure',
        words: 'In secure accommodation by order of the court; the worker visits there.',
        checkBy: days.dateAfter(5),
        ownerId: script.person('worker-two'),
        expected: days.dateAfter(40),
      })
      .then(() => undefined),
  );
  keepInTouch(script, days, lane, {
    met: [24, 15, 6],
    supervised: [12],
    told: [[27, 'grade']],
    worker: 'worker-two',
  });
}
