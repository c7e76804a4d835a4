import type { Calendar } from './calendar.js';
import type { Script } from './script.js';

const plain = {
  when: 'On Friday, between eight and nine in the evening',
  fromChild: 'no',
  couldShow: 'no',
  childInDanger: false,
};

/** What was reported to the intelligence desk: one given to partners, two with one plate, and a question to the health trust. */
export function intelligenceStories(script: Script, days: Calendar): void {
  const { agencies } = script.founded;
  const submit = async (who: string, payload: object) =>
    (await script.give(who, 'intelligence/submit-intelligence', { ...plain, ...payload })).id;
  let known = '';
  const desk = (verb: string, payload: object) => async () => {
    await script.give('intelligence', `intelligence/${verb}`, payload, known);
  };
  script.at(days.before(9, '10:20'), async () => {
    known = await submit('charity-worker', {
      seen: 'A silver car waits behind the bus station when the youth club closes. The driver calls the girls by their names and hands out vapes.',
      where: 'Bus station, Canal Street',
      howKnown: 'seen-or-heard-myself',
      couldShow: 'yes',
      whoElseKnows: 'The caretaker of the youth club',
      identifiers: [
        { kind: 'vehicle', text: 'YX12 YYX' },
        { kind: 'nickname', text: 'Big T' },
        { kind: 'handle', text: '@made_up_big_t', platform: 'snapchat' },
      ],
    });
  });
  const reviewBy = days.dateAfter(120);
  script.at(
    days.before(8, '09:15'),
    desk('evaluate', {
      source: '2',
      information: 'A',
      handling: 'C',
      conditions: ['A2'],
      reviewBy,
      reasons: 'Nobody has reported from there before.',
    }),
  );
  script.at(
    days.before(8, '09:40'),
    desk('record-source-risk', {
      level: 'medium',
      risk: 'Two people close the youth club. Whoever stops the car shows that one of them spoke.',
      safeguard: 'Stopped elsewhere, for its lights; the club is not named.',
    }),
  );
  script.at(
    days.before(8, '10:05'),
    desk('sanitise', {
      safety: 'A silver car is used to approach children in the town centre in the evening.',
      disruption: 'Silver car, YX12 YYX, in the town centre on Fridays. Stop for a traffic matter only.',
    }),
  );
  script.at(
    days.before(7, '11:30'),
    desk('disseminate', {
      to: [{ agencyId: agencies.council }, { agencyId: agencies.health }],
      parts: ['safety'],
      powers: ['common-law-policing'],
      purpose: 'So that children who are approached are known and safe',
      reasons: 'They look out for the children and say nothing of a car. Nobody stops it for this.',
    }),
  );
  script.at(
    days.before(5, '14:00'),
    desk('tell-submitter', { words: 'Thank you. Officers know of it and partners look out for it.' }),
  );
  script.at(days.before(1, '16:45'), async () => {
    await submit('referrer', {
      seen: 'Two pupils of year nine were picked up at the gate by a man whom they call by a nickname.',
      where: 'Bracken Academy, east gate',
      howKnown: 'told-by-somebody',
      fromChild: 'yes',
      couldShow: 'not-known',
      identifiers: [{ kind: 'vehicle', text: 'YXI2 YYX' }],
    });
  });
  script.at(days.before(6, '15:10'), async () => {
    await script.give('intelligence', 'intelligence-requirements/raise-requirement', {
      question: 'Which young people have named a silver car to the clinic since the summer?',
      purpose: 'To know how many children are approached',
      agencyId: agencies.health,
      by: days.dateAfter(4),
      from: ['own-records', 'colleagues'],
      powers: ['children-act-2004-10'],
    });
  });
}
