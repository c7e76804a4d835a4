import {
  accesses,
  declineReasons,
  gravities,
  handlings,
  locationBases,
  locationRemovals,
  locationSuspensions,
  mappaLevels,
  necessityOutcomes,
  personBases,
  personRemovals,
  personSuspensions,
  priorities,
  releaseStages,
  strandListingBases,
} from '@mase/workflow/words';
import type { Asked } from './command-page.js';
import type { StrandTopic } from './strand.js';
import { choice, date, line, options, pick, type StrandCommand, text } from './strand-asks.js';
import { strandChairsAction } from './strand-chairs-action.js';
import { personCommands } from './strand-person-commands.js';

const byStrand = <P, L>(topic: StrandTopic, person: P, place: L): P | L =>
  topic === 'person-cases' ? person : place;
const reason =
  (label: string, called = 'the reason') =>
  () => [text('reason', label, called)];

const accepted: StrandCommand = {
  says: 'From now on the coordinator and the chairs read it as well, and the licensing officer where there is a licence. Whoever told of it learns that it was taken on.',
  asks: (topic) => [
    text('necessity', 'Why is it necessary and proportionate to keep this record?', 'why it is necessary'),
    choice(
      'duplicateCheck',
      'Was it looked for under other names?',
      'whether it was looked for under other names',
      ['none-found', 'joined'],
    ),
    ...(topic === 'location-cases'
      ? [choice('jurisdiction', 'Whose place is it to watch?', 'whose place it is', ['ours', 'joint'])]
      : []),
    pick('officerId', 'Who owns it?', 'who owns it', 'I do'),
  ],
  done: 'It is taken on. Necessity is reviewed from now on.',
};

const declined: StrandCommand = {
  says: 'Whoever told of it learns that it was not taken on, and no more.',
  asks: () => [
    choice('reason', 'Why is it not taken on?', 'why it is not taken on', declineReasons),
    text('words', 'In words', 'the reason in words'),
    line('told', 'Who was told, and when?', 'who was told', 'Where another area has it'),
  ],
  done: 'It was not taken on.',
};

/** Every such command, by its verb. */
export const strandCommands: Record<string, StrandCommand> = {
  'start-screening': {
    says: 'Look for the same person or place under other names before you decide. Screening takes five working days at most.',
    asks: () => [],
    done: 'Screening has begun.',
  },
  'accept-nomination': accepted,
  'accept-report': accepted,
  'decline-nomination': declined,
  'decline-report': declined,
  'allocate-officer': {
    says: 'What waits for the officer before waits for this one.',
    asks: () => [
      pick('officerId', 'Who owns it from now on?', 'who owns it', 'Choose an officer'),
      text('reason', 'Why does it change?', 'why it changes'),
    ],
    done: 'Another officer owns it.',
  },
  'review-necessity': {
    says: 'Where it is no longer necessary, its removal is proposed, and a second person decides.',
    asks: () => [
      choice(
        'outcome',
        'Is it still necessary to keep this record?',
        'whether it is still necessary',
        necessityOutcomes,
      ),
      text('words', 'Why?', 'why'),
    ],
    done: 'The review is recorded.',
  },
  'add-basis': {
    says: 'A basis says why this is on the books. It is no finding of guilt.',
    asks: (topic) => [
      choice('code', 'On what basis?', 'the basis', byStrand(topic, personBases, locationBases)),
      date('on', 'Of which day?', 'the day', 'Leave it blank for today'),
      text('words', 'What is known, and where from?', 'what is known'),
    ],
    done: 'The basis is recorded.',
  },
  'withdraw-basis': {
    says: 'What was written stays in the history; the basis counts no longer.',
    asks: () => [
      { ...choice('basisId', 'Which basis?', 'the basis', []), options: [] },
      text('reason', 'Why is it withdrawn?', 'why it is withdrawn'),
    ],
    done: 'The basis is withdrawn.',
  },
  'set-priority': {
    says: 'The priority is reckoned from what you answer here and from what is on the record. You may judge otherwise, with reasons.',
    asks: () => [
      choice('gravity', 'How serious is what is told?', 'how serious it is', gravities),
      choice('access', 'What access to children is there?', 'the access', accesses),
      {
        ...pick(
          'override',
          'Your own judgement',
          'your judgement',
          'As the rule comes to',
          'Only where you judge otherwise',
        ),
        options: [{ value: '', text: 'As the rule comes to' }, ...options(priorities)],
      },
      text('reasons', 'Why do you judge otherwise?', 'your reasons', 'Only where you judge otherwise'),
    ],
    done: 'The priority is recorded.',
  },
  'set-handling': {
    says: 'With C nobody but those named here, the officer and the supervisor may know that this exists.',
    asks: () => [
      choice('handling', 'How is it handled?', 'how it is handled', handlings),
      text('reason', 'Why?', 'why'),
      line('conditions', 'On which conditions may it be shared?', 'the conditions', 'With C'),
      pick('reader1', 'Who reads it besides?', 'who reads it', 'Nobody', 'With C'),
      pick('reader2', 'And who else?', 'who reads it', 'Nobody'),
      pick('reader3', 'And who else?', 'who reads it', 'Nobody'),
    ],
    done: 'How it is handled is recorded.',
  },
  suspend: {
    says: 'The review of necessity goes on. Preparation is due three months and 28 days before a release that is known, and the day itself resumes the case.',
    asks: (topic) => [
      choice(
        'reason',
        'Why does the work wait?',
        'why it waits',
        byStrand(topic, personSuspensions, locationSuspensions),
      ),
      text('words', 'In words', 'the reason in words'),
      date(
        'releaseOn',
        byStrand(topic, 'Expected release or return', 'Expected to open again'),
        'the expected day',
      ),
      date('checkBy', 'Where it is not known: when do you look again?', 'when you look again'),
      ...byStrand<Asked[], Asked[]>(
        topic,
        [
          line('offenderManager', 'Offender manager', 'the offender manager', 'In custody'),
          {
            ...pick('mappa', 'MAPPA level', 'the MAPPA level', 'Not in custody'),
            options: [{ value: '', text: 'Not in custody' }, ...options(mappaLevels)],
          },
        ],
        [],
      ),
    ],
    done: 'The case is suspended.',
  },
  'change-release': {
    says: 'The preparations are counted from the new day.',
    asks: (topic) => [
      text('words', 'What has changed?', 'what has changed'),
      date('releaseOn', 'Expected release or return', 'the expected day'),
      date('checkBy', 'Where it is no longer known: when do you look again?', 'when you look again'),
      ...byStrand<Asked[], Asked[]>(
        topic,
        [
          line('offenderManager', 'Offender manager, where it is another', 'the offender manager'),
          {
            ...pick('mappa', 'MAPPA level, where it is another', 'the MAPPA level', 'As it was'),
            options: [{ value: '', text: 'As it was' }, ...options(mappaLevels)],
          },
        ],
        [],
      ),
    ],
    done: 'The change is recorded.',
  },
  'prepare-release': {
    says: 'Record what was got ready: conditions asked for, who is told, which orders are applied for.',
    asks: () => [
      choice('stage', 'Which preparation?', 'which preparation', releaseStages),
      text('words', 'What was got ready?', 'what was got ready'),
    ],
    done: 'The preparation is recorded.',
  },
  resume: {
    says: 'The case goes on where it was.',
    asks: () => [text('words', 'What happened?', 'what happened')],
    done: 'The case goes on.',
  },
  'propose-removal': {
    says: 'A second person decides. Mistaken or unfounded takes it out of every list at once, and its copies are recalled.',
    asks: (topic) => [
      choice(
        'reason',
        'Why is it removed?',
        'why it is removed',
        byStrand(topic, personRemovals, locationRemovals),
      ),
      text('words', 'In words', 'the reason in words'),
      line('told', 'Which force or area was told, by whom and when?', 'who was told', 'Where it has moved'),
    ],
    done: 'The removal waits for a second person.',
  },
  'approve-removal': {
    says: 'The listing ends, and every clock with it.',
    asks: () => [text('words', 'Why do you agree?', 'why you agree')],
    done: 'It is removed.',
    warning: true,
  },
  'refuse-removal': {
    says: 'The case goes on where it was.',
    asks: reason('Why is it not removed?', 'why it is not removed'),
    done: 'The removal is refused.',
  },
  'record-recall': {
    says: 'It was never so: say which papers and files came back or were destroyed, and which did not.',
    asks: () => [text('words', 'What became of the copies?', 'what became of the copies')],
    done: 'The recall is recorded.',
  },
  'record-next-check': {
    says: 'The panel ended the listing and fixed a day on which somebody looks again. Where it is needed after all, take it up again instead.',
    asks: () => [
      text('found', 'What was found, and from whom?', 'what was found'),
      date(
        'nextCheck',
        'Another check, if there is to be one',
        'the date of the next check',
        'Leave this empty where the watching ends here',
      ),
    ],
    done: 'The check is recorded.',
  },
  relist: {
    says: 'It is screened again before anybody but police reads it.',
    asks: reason('What is known now?', 'what is known now'),
    done: 'It is being screened again.',
  },
  'correct-record': {
    says: 'The entry stays, marked wrong, beside the right words.',
    asks: () => [
      { ...choice('rowId', 'Which entry?', 'the entry', []), options: [] },
      text('words', 'What is right?', 'what is right'),
      line('reason', 'Why was it wrong?', 'why it was wrong'),
    ],
    done: 'The entry is corrected.',
  },
  'list-for-panel': {
    says: 'The coordinator puts it on an agenda.',
    asks: () => [
      choice('basis', 'Why does the panel hear it?', 'why the panel hears it', strandListingBases),
      pick('panelId', 'Which panel is to hear it?', 'the panel', 'Whichever the coordinator chooses'),
      text('asked', 'What is asked of the panel?', 'what is asked'),
    ],
    done: 'It is on the panel’s list.',
  },
  'withdraw-listing': {
    says: 'The panel does not hear it.',
    asks: reason('Why is the listing withdrawn?', 'why it is withdrawn'),
    done: 'The listing is withdrawn.',
  },
  'defer-listing': {
    says: 'It waits on the list until that day.',
    asks: () => [
      date('until', 'Until when?', 'until when'),
      text('reason', 'Why does it wait?', 'why it waits'),
    ],
    done: 'The listing is deferred.',
  },
  'take-chairs-action': strandChairsAction,
  ...personCommands,
};
