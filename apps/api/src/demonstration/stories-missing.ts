import type { Calendar } from './calendar.js';
import { CaseStory } from './case-story.js';
import type { Script } from './script.js';

/** A child known by the time that something happens to him or her. */
interface Known {
  childId: string;
}

/** When a child was last seen and reported missing, and when the child came back. */
interface Away {
  since: string;
  reported: string;
  returned: string;
  level?: string;
  whereFound?: string;
}

/** One absence, reported and ended each at its time; its id is known from the report on. */
function absence(script: Script, child: Known, away: Away) {
  const { since, reported, returned, level = 'medium', whereFound = 'At her own door' } = away;
  const one = { id: '' };
  script.at(reported, async () => {
    const report = {
      childId: child.childId,
      kind: 'missing',
      since,
      missingFrom: 'home',
      reportedBy: 'Her mother',
      policeReference: 'MP/2217',
      policeLevel: level,
      looking: 'Response team, Fern Street',
      triggerPlan: 'in-use',
    };
    one.id = (await script.give('police-desk', 'missing-episodes/report-missing', report)).id;
  });
  script.at(new Date(Date.parse(returned) + 20 * 60_000).toISOString(), async () => {
    const back = { returned, from: 'Police', whereFound };
    await script.give('police-desk', 'missing-episodes/record-return', back, one.id);
  });
  return one;
}

/** Somebody independent offers to listen, at a time; the interview is known from then on. */
function offered(script: Script, at: string, child: Known, about: { id: string }) {
  const interview = { id: '' };
  script.at(at, async () => {
    const offer = {
      childId: child.childId,
      episodeIds: [about.id],
      by: 'Indy Interviewer',
      agency: 'Fern Youth Charity',
      independent: true,
      words: 'Rang and then called in; said she would think about it.',
    };
    interview.id = (await script.give('interviewer', 'return-interviews/offer-interview', offer)).id;
  });
  return interview;
}

function heard(script: Script, at: string, interview: { id: string }, own: object): void {
  script.at(at, async () => {
    const said = {
      where: 'In the youth centre',
      seenAlone: true,
      words:
        'A grey car, two men of about thirty, a flat above a shop near the station. The worker and the police are told today.',
      ...own,
    };
    await script.give('interviewer', 'return-interviews/record-interview', said, interview.id);
  });
}

/** A child missing now with a second report, a child missing several times with what came of each, a child placed here. */
export function missingStories(script: Script, days: Calendar): void {
  missingNow(script, days);
  manyTimes(script, days);
  placedHere(script, days);
}

function missingNow(script: Script, days: Calendar): void {
  const kit = { childId: '' };
  const report = (more: object) => ({
    childId: kit.childId,
    kind: 'missing',
    missingFrom: 'care',
    policeLevel: 'high',
    triggerPlan: 'in-use',
    ...more,
  });
  script.at(days.before(15, '10:00'), async () => {
    const known = {
      firstName: 'Kit',
      lastName: 'Makeshift',
      birthDate: days.born('2012-03-19'),
      sex: 'male',
      localId: 'FERN-0031',
      from: 'Weekly list of missing children',
    };
    kit.childId = (await script.give('coordinator', 'children/record-child', known)).id;
  });
  script.at(days.minutesAgo(200), async () => {
    const first = report({
      since: days.minutesAgo(260),
      reportedBy: 'Mr Makebelieve, foster carer',
      policeReference: 'MP/2291',
      looking: 'Missing team, Sgt Invented',
      circumstances: 'Left by the back door after a call. A grey car was waiting at the corner.',
    });
    await script.give('police-desk', 'missing-episodes/report-missing', first);
  });
  script.at(days.minutesAgo(41), async () => {
    const second = report({ since: days.minutesAgo(240), reportedBy: 'His school' });
    await script.give('duty', 'missing-episodes/report-missing', second);
  });
}

function manyTimes(script: Script, days: Calendar): void {
  const lark: Known = { childId: '' };
  const story = new CaseStory(script, days, {
    firstName: 'Lark',
    lastName: 'Fictional',
    birthDate: '2011-07-21',
    sex: 'female',
  });
  script.at(days.before(30, '10:00'), () =>
    story.refer('Lark comes to school very tired and with new things.'),
  );
  script.at(days.before(29, '11:00'), () => story.takeOn());
  script.at(days.before(28, '09:20'), async () => {
    await story.allocate();
    lark.childId = await script.childOf(story.caseId);
  });
  const away = (from: number, to: number, left: string, back: string, more: Partial<Away> = {}) =>
    absence(script, lark, {
      since: days.before(from, left),
      reported: days.before(from, '23:30'),
      returned: days.before(to, back),
      ...more,
    });
  const first = away(21, 20, '21:00', '07:30', { whereFound: 'By the last stand of Place Birch-03' });
  script.at(days.before(20, '09:00'), async () => {
    const seen = {
      by: 'PC Invented',
      seen: true,
      words: 'Cold and hungry, no injury. Would not say where she slept.',
    };
    await script.give('police-desk', 'missing-episodes/record-prevention-interview', seen, first.id);
  });
  heard(script, days.before(20, '16:00'), offered(script, days.before(20, '11:00'), lark, first), {
    findings: ['exploitation:driven-or-moved', 'push:not-listened-to'],
    ownRating: 2,
    ownWords: 'They said I could go home whenever I wanted and then nobody would drive me.',
  });
  const second = away(13, 12, '22:10', '06:00', { level: 'high' });
  heard(script, days.before(7, '15:30'), offered(script, days.before(12, '12:00'), lark, second), {
    findings: ['pull:somebody-they-feared', 'substances:given-alcohol'],
    ownRating: 1,
    ownWords: 'If I do not go, they come to the house.',
  });
  away(6, 5, '20:00', '08:00');
  const fourth = away(5, 4, '19:00', '09:00');
  const unreached = offered(script, days.before(4, '12:00'), lark, fourth);
  script.at(days.before(3, '17:00'), async () => {
    const words = 'Rang twice and called once; the door stayed shut.';
    const none = { outcome: 'not-reached', words };
    await script.give('interviewer', 'return-interviews/close-offer', none, unreached.id);
  });
  const hours = (ago: number) => days.minutesAgo(ago * 60);
  absence(script, lark, { since: hours(22), reported: hours(21), returned: hours(9) });
}

function placedHere(script: Script, days: Calendar): void {
  script.at(days.before(9, '09:00'), async () => {
    const report = {
      child: { firstName: 'Bay', lastName: 'Imaginary', birthDate: days.born('2010-11-02'), sex: 'female' },
      kind: 'away',
      since: days.before(10, '23:00'),
      missingFrom: 'care',
      reportedBy: 'The children’s home',
      policeLevel: 'low',
      hostingPart: 'host',
      otherArea: 'Madeup Borough',
    };
    const { id } = await script.give('triage', 'missing-episodes/report-missing', report);
    const told = { told: 'Their duty team', words: 'The report, by telephone and by secure mail.' };
    await script.give('triage', 'missing-episodes/tell-area', told, id);
    const back = { returned: days.before(9, '08:30'), from: 'The home' };
    await script.give('police-desk', 'missing-episodes/record-return', back, id);
    const none = {
      reason: 'placing-area-did-not',
      words: 'Madeup Borough had nobody who could come this far.',
    };
    await script.give('coordinator', 'missing-episodes/record-not-offered', none, id);
  });
}
