import { reachedOnline } from './assessment.js';
import type { Calendar } from './calendar.js';
import { CaseStory } from './case-story.js';
import type { Script } from './script.js';
import { keepInTouch } from './stories-contact.js';

/** Children with a plan or on the way to one, and one whose case is closed, which it gives. */
export function planStories(script: Script, days: Calendar): CaseStory {
  planning(script, days);
  interim(script, days);
  monitored(script, days);
  return notFound(script, days);
}

/** Taken on, assessed and confirmed so many working days ago. */
async function confirmedMedium(story: CaseStory, days: Calendar, ago: number): Promise<void> {
  await story.assess(days.dateBefore(ago + 1), 'medium', reachedOnline, {
    analysis:
      'Adults reach the child online and ask to meet; the child has told of it and wants help to end it.',
    childView: 'Wants to keep the phone, and wants the adults blocked.',
  });
  await story.confirm('medium');
}

function begin(script: Script, days: Calendar, story: CaseStory, ago: number, words: string): void {
  script.at(days.before(ago + 3, '10:00'), () => story.refer(words));
  script.at(days.before(ago + 2, '11:00'), () => story.takeOn());
  script.at(days.before(ago + 1, '09:20'), async () => {
    await story.allocate();
    await story.hear('I like my tutor. I do not like being asked the same things by everybody.');
  });
}

/** A grade is confirmed; actions are offered, one of them declined; no plan is agreed yet. */
function planning(script: Script, days: Calendar): void {
  const jordan = new CaseStory(script, days, {
    firstName: 'Jordan',
    lastName: 'Fictional',
    birthDate: '2011-11-19',
    sex: 'female',
  });
  begin(script, days, jordan, 6, 'Adults write to Jordan every evening and offer to fetch her.');
  script.at(days.before(6, '15:00'), () => confirmedMedium(jordan, days, 6));
  keepInTouch(script, days, jordan, { met: [3], tried: [5], told: [[3, 'grade']] });
  script.at(days.before(5, '11:10'), async () => {
    const aunt = {
      name: 'Mina Fictional',
      relation: 'Aunt',
      asParent: 'yes',
      livesWith: 'yes',
      mayContact: 'yes',
    };
    await script.give('worker', 'children/record-carer', aunt, await script.childOf(jordan.caseId));
  });
  script.at(days.before(4, '10:00'), async () => {
    await jordan.act('Weekly time with a youth worker whom Jordan chooses', 'charity-worker', {
      kind: 'assertive-outreach',
      due: days.dateAfter(14),
    });
    const declined = await jordan.act('Health check at a clinic that Jordan trusts', 'member-health', {
      kind: 'health',
      due: days.dateAfter(10),
    });
    await jordan.answer('member-health', 'decline-action', declined, {
      reason: 'The clinic closes this month; another one has to be asked.',
    });
  });
}

/** Agencies are asked, one of them answers; the school challenges a delay; a notice is sent and another is needed. */
async function around(script: Script, story: CaseStory): Promise<void> {
  const answered = await story.askAgency(
    'police',
    'Is the flat at the bus station known, and who has been seen there since the summer?',
  );
  await script.give(
    'member-police',
    'information-requests/answer-information',
    {
      outcome: 'given-in-part',
      answer: 'Two calls about noise and young people at night; nobody charged.',
      reason: 'Names of callers are not given: they called in confidence.',
    },
    answered,
  );
  await script.give(
    'worker',
    'information-requests/feed-back',
    { words: 'The flat is now in the disruption part of the plan.' },
    answered,
  );
  await story.askAgency('charity', 'Has Charlie been at the youth club since June, and with whom?');
  const words = 'We reported the phone twice and were not called back for six days.';
  const challenge = await story.challenge('referrer', 'delay', words, 'One named person who calls us back.');
  await script.give(
    'worker',
    'challenges/answer-challenge',
    { outcome: 'upheld', words: 'That is so. I am the named person from today.' },
    challenge,
  );
  const nrm = await story.notice('nrm', 'Charlie was driven to another town to carry a package.');
  await script.give(
    'worker',
    'notices/send-notice',
    {
      to: 'The single competent authority',
      reference: 'NRM-INVENTED-7',
      firstResponder: 'local-authority',
      guardianService: 'referred',
    },
    nrm,
  );
  const service = await story.service(
    'charity',
    'Weekly talking with a youth worker',
    'Somebody outside family and police whom Charlie chooses.',
    'I would go if it is not in a school.',
  );
  const said = { words: 'There is a place in two weeks, on Tuesdays.' };
  await script.give('worker', 'service-episodes/accept-service', said, service);
  await story.notice('lado', 'The “cousin” helps at a football club for children.');
}

/** A plan with gaps is in force as interim. */
function interim(script: Script, days: Calendar): void {
  const charlie = new CaseStory(script, days, {
    firstName: 'Charlie',
    lastName: 'Example',
    birthDate: '2010-07-07',
    sex: 'male',
  });
  begin(
    script,
    days,
    charlie,
    9,
    'Charlie has been given trainers and a phone by somebody whom he calls a cousin.',
  );
  script.at(days.before(9, '15:00'), () => confirmedMedium(charlie, days, 9));
  keepInTouch(script, days, charlie, { met: [7, 2], told: [[6, 'grade']] });
  script.at(days.before(5, '10:00'), () => around(script, charlie));
  script.at(days.before(3, '10:00'), async () => {
    const id = await charlie.act('Walks to and from school with a named adult', 'worker', {
      kind: 'education',
      due: days.dateAfter(21),
    });
    await charlie.answer('worker', 'accept-action', id);
    await script.give('manager', 'plan-actions/add-action', {
      caseId: charlie.caseId,
      part: 'safety',
      kind: 'family',
      what: 'The family learns how phones are used to compel a child',
      ownerId: script.person('charity-worker'),
    });
    await charlie.agree('interim');
    await charlie.share();
  });
}

/** A full plan, shared; one action done, one accepted, one overdue, one of disruption. */
function monitored(script: Script, days: Calendar): void {
  const frankie = new CaseStory(script, days, {
    firstName: 'Frankie',
    lastName: 'Placeholder',
    birthDate: '2009-10-28',
    sex: 'female',
  });
  let checkedIn = '';
  begin(script, days, frankie, 30, 'Frankie is fetched from the youth club by different cars.');
  script.at(days.before(30, '15:00'), () => confirmedMedium(frankie, days, 30));
  script.at(days.before(25, '10:00'), async () => {
    checkedIn = await frankie.act('The school checks in with Frankie every morning', 'worker', {
      kind: 'education',
      due: days.dateBefore(15),
    });
    await frankie.answer('worker', 'accept-action', checkedIn);
    const late = await frankie.act('The youth club notes the cars that wait outside', 'charity-worker', {
      kind: 'attention',
      due: days.dateBefore(8),
    });
    await frankie.answer('charity-worker', 'accept-action', late);
    await frankie.act('Look at who keeps the cars that were noted', 'member-police', {
      part: 'disruption',
      kind: 'disruption',
      due: days.dateAfter(12),
    });
    await frankie.agree();
    await frankie.share();
  });
  keepInTouch(script, days, frankie, {
    met: [28, 22, 14, 8],
    tried: [16, 9],
    supervised: [10],
    told: [
      [27, 'grade'],
      [23, 'plan'],
    ],
  });
  script.at(days.before(16, '09:30'), () =>
    frankie.answer('worker', 'end-action', checkedIn, {
      how: 'done',
      evidence: 'Checked in on every school day; Frankie says it helps.',
    }),
  );
}

/** Nothing was found: a grade of none, the child heard, and the case closed by a second person. */
function notFound(script: Script, days: Calendar): CaseStory {
  const nico = new CaseStory(script, days, {
    firstName: 'Nico',
    lastName: 'Untrue',
    birthDate: '2012-03-15',
    sex: 'male',
  });
  begin(script, days, nico, 20, 'Nico talks about a new older friend who pays for things.');
  script.at(days.before(20, '15:00'), async () => {
    await nico.assess(days.dateBefore(21), 'none', [], {
      analysis: 'The friend is a cousin of fifteen, known to both families; what he paid for was lunch.',
      childView: 'He laughs about it and is fine with having been asked.',
    });
    await nico.confirm('none');
  });
  script.at(days.before(18, '10:00'), () =>
    nico
      .give('worker', 'propose-closure', {
        reason: 'not-found',
        analysis: 'No sign of harm and no risk beyond that of any child was found.',
      })
      .then(() => undefined),
  );
  script.at(days.before(17, '10:00'), () =>
    nico
      .give('manager', 'approve-closure', { reasons: 'The assessment is complete and the child was heard.' })
      .then(() => undefined),
  );
  return nico;
}
