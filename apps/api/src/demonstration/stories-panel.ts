import { givenThings, reachedOnline, threatsOnline } from './assessment.js';
import type { Calendar } from './calendar.js';
import { CaseStory, type StoryChild } from './case-story.js';
import type { Script } from './script.js';
import { keepInTouch } from './stories-contact.js';

/** The children who come before the panel. */
export interface PanelChildren {
  /** High; heard four weeks ago, on the next agenda for review. */
  alex: CaseStory;
  /** High; new on the next agenda. */
  sam: CaseStory;
  /** Stepped down four weeks ago; now proposed to close. */
  kit: CaseStory;
  /** Medium; listed for the sitting after the next. */
  jesse: CaseStory;
}

/** Children whose cases the panel hears; the sittings themselves are told apart. */
export function panelStories(script: Script, days: Calendar): PanelChildren {
  const of = (child: StoryChild) => new CaseStory(script, days, child);
  const alex = of({ firstName: 'Alex', lastName: 'Imagined', birthDate: '2010-04-12', sex: 'female' });
  const sam = of({ firstName: 'Sam', lastName: 'Pretend', birthDate: '2011-02-03', sex: 'male' });
  const kit = of({ firstName: 'Kit', lastName: 'Fabricated', birthDate: '2010-06-21', sex: 'male' });
  const jesse = of({ firstName: 'Jesse', lastName: 'Unreal', birthDate: '2012-05-30', sex: 'female' });

  begin(script, days, alex, 40, 'Alex told a friend that an adult has pictures of her and asks for more.');
  script.at(days.before(40, '14:00'), () => high(alex, days, 40));
  script.at(days.before(36, '10:00'), async () => {
    await alex.list('Is the plan strong enough, and who leads on the adult?');
  });

  let contacts = '';
  begin(script, days, kit, 45, 'Kit came to school with a phone and clothes that nobody bought him.');
  script.at(days.before(45, '14:00'), async () => {
    await kit.assess(days.dateBefore(46), 'medium', reachedOnline, {
      analysis: 'Adults wrote to Kit and offered money; he told his mother of it.',
      childView: 'He wants to be left alone by them and has blocked two.',
    });
    await kit.confirm('medium');
    contacts = await kit.act('Kit’s mother and Kit look through the contacts together', 'worker', {
      kind: 'family',
      due: days.dateBefore(30),
    });
    await kit.answer('worker', 'accept-action', contacts);
    await kit.agree();
    await kit.share();
  });
  script.at(days.before(30, '09:20'), () =>
    kit.answer('worker', 'end-action', contacts, {
      how: 'done',
      evidence: 'Every unknown contact is blocked; Kit did it himself.',
    }),
  );
  script.at(days.before(36, '11:00'), async () => {
    await kit.list('Can the risk be stepped down?', {
      basis: 'step-down',
      noStrategyReason: 'No harm was found; police were asked at triage.',
    });
  });

  begin(script, days, sam, 12, 'Sam is threatened by somebody who has pictures of him.');
  script.at(days.before(12, '14:00'), () => high(sam, days, 12));
  script.at(days.before(9, '10:00'), async () => {
    await sam.list('Who offers Sam support outside the home?');
  });

  begin(script, days, jesse, 14, 'Jesse meets people whom she knows only from a game.');
  script.at(days.before(14, '14:00'), async () => {
    await jesse.assess(days.dateBefore(15), 'medium', [...reachedOnline, ...givenThings], {
      analysis: 'Adults in a game asked to meet; once she went with a friend and left again.',
      childView: 'She says that they were strange and that she will not go again.',
    });
    await jesse.confirm('medium');
  });
  script.at(days.before(7, '10:00'), async () => {
    await jesse.list('What can be done about the game?', {
      basis: 'professional-concern',
      noStrategyReason: 'No harm was found; the meeting place is known to the police.',
      noPlanReason: 'The plan is being written with Jesse and her parents.',
    });
  });
  touched(script, days, { alex, sam, kit, jesse });
  return { alex, sam, kit, jesse };
}

/** How the children who come before the panel were met, and what they were told. */
function touched(script: Script, days: Calendar, { alex, sam, kit, jesse }: PanelChildren): void {
  keepInTouch(script, days, alex, {
    met: [37, 33, 28, 24, 19, 14, 10, 5, 1],
    tried: [12],
    supervised: [32, 13],
    told: [
      [37, 'grade', 'plan'],
      [16, 'decision'],
    ],
  });
  keepInTouch(script, days, sam, { met: [10, 6, 2], supervised: [8], told: [[9, 'grade', 'plan']] });
  keepInTouch(script, days, kit, {
    met: [40, 33, 24],
    supervised: [30, 11],
    told: [
      [41, 'grade', 'plan'],
      [16, 'decision', 'grade'],
    ],
  });
  keepInTouch(script, days, jesse, { met: [12, 5], tried: [8], told: [[11, 'grade']] });
}

function begin(script: Script, days: Calendar, story: CaseStory, ago: number, words: string): void {
  script.at(days.before(ago + 3, '10:00'), () => story.refer(words));
  script.at(days.before(ago + 2, '11:00'), () => story.takeOn());
  script.at(days.before(ago + 1, '09:20'), () => story.allocate());
}

/** High and confirmed the same day, discussed with the police, with a full plan that is shared. */
async function high(story: CaseStory, days: Calendar, ago: number): Promise<void> {
  await story.hear('I want him to stop. I do not want everybody at school to know.');
  await story.discuss();
  await story.assess(days.dateBefore(ago + 1), 'high', threatsOnline, {
    analysis:
      'An adult holds pictures and demands more under threats; two nights away stand in connection with it.',
    childView: 'Wants it to stop, and wants to be told before anybody else is.',
  });
  await story.give('worker', 'record-safety-action', {
    who: 'Both parents',
    what: 'Somebody is at home every evening; a word is agreed for help',
    when: 'From tonight',
  });
  await story.confirm('high');
  const support = await story.act(
    'Support by a worker whom the child chooses, twice a week',
    'charity-worker',
    { kind: 'assertive-outreach', due: days.dateAfter(20) },
  );
  await story.answer('charity-worker', 'accept-action', support);
  await story.act('Find out who is behind the account and what may be done', 'member-police', {
    part: 'disruption',
    kind: 'disruption',
    due: days.dateAfter(15),
  });
  await story.agree();
  await story.share();
}
