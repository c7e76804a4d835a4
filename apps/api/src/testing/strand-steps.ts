import {
  aChairsActionTaken,
  aNomination,
  anAcceptedCase,
  aPlaceReport,
  aQuorum,
  aSittingOn,
  aYoungPerson,
  broughtForward,
} from '@mase/workflow/testing';
import { type JourneyStep, nobody, nothing, reason } from './journey-step.js';

const words = () => ({ words: 'Made-up words' });
const removal = () => ({ reason: 'no-longer-necessary', words: 'Made up' });

/** What a strand’s case calls its first steps, and the names under which the journey keeps case and record. */
interface StrandNames {
  topic: 'person-cases' | 'location-cases';
  open: string;
  accept: string;
  decline: string;
  about: 'person' | 'location';
  opening: () => object;
}

const names: StrandNames[] = [
  {
    topic: 'person-cases',
    open: 'nominate',
    accept: 'accept-nomination',
    decline: 'decline-nomination',
    about: 'person',
    opening: () => aNomination(),
  },
  {
    topic: 'location-cases',
    open: 'report',
    accept: 'accept-report',
    decline: 'decline-report',
    about: 'location',
    opening: () => aPlaceReport(),
  },
];

function stepOf(topic: string, on: string) {
  return (verb: string, body: JourneyStep['body'], more: Partial<JourneyStep> = {}): JourneyStep => ({
    command: `${topic}/${verb}`,
    who: 'intelligence',
    on,
    body,
    ...more,
  });
}

/** The id of the person or place of a case that was just opened. */
const keepAbout =
  (topic: string, as: string): JourneyStep['keep'] =>
  async ({ known }, { id }, api) => {
    const { aboutId } = await api.view('intelligence', topic, id);
    known[as] = String(aboutId);
  };

/** A basis and an entry of a case, to be withdrawn and to be set right. */
const keepRows =
  (topic: string): JourneyStep['keep'] =>
  async ({ known }, { id }, api) => {
    const { bases, written } = await api.view('intelligence', topic, id);
    known[`basisOf${topic}`] = (bases as unknown as { id: string }[])[0]?.id as string;
    const rows = written as unknown as { id: string; kind: string }[];
    known[`rowOf${topic}`] = rows.find(({ kind }) => kind === 'nomination')?.id as string;
  };

/** The investigation, and that children were told of what came of it. */
const investigated = (step: ReturnType<typeof stepOf>): JourneyStep[] => [
  step(
    'record-investigation',
    () => ({ officer: 'DC Made-Up', stage: 'opened', words: 'Made up', outcome: 'It is investigated' }),
    {
      refusedBody: () => ({ officer: 'DC Made-Up', stage: 'bailed', words: 'Made up' }),
      keep: async ({ known }, { id }, api) => {
        const { untold } = await api.view('intelligence', 'person-cases', id);
        known.outcome = (untold as unknown as { id: string }[])[0]?.id as string;
      },
    },
  ),
  step('record-child-told', ({ known }) => ({ outcomeId: known.outcome, told: 'told', words: 'Made up' })),
];

/** The panel ends the listing of a case of its own, and fixes a day on which somebody looks again. */
const keepWatched =
  ({ topic, open, accept, about, opening }: StrandNames): JourneyStep['keep'] =>
  async ({ known, people }, _answer, { give, view }) => {
    const { id } = await give('intelligence', `${topic}/${open}`, opening());
    await give('intelligence', `${topic}/start-screening`, {}, id);
    await give('intelligence', `${topic}/${accept}`, anAcceptedCase(), id);
    await give('intelligence', `${topic}/list-for-panel`, { basis: 'new', asked: 'What next?' }, id);
    const on = aSittingOn('2026-11-27T13:00:00.000Z', people.chair as string);
    const { id: sitting } = await give('coordinator', 'sittings/schedule-sitting', on);
    await give('coordinator', 'sittings/open-agenda', {}, sitting);
    const heard = { caseId: id, caseKind: `${about}Case`, section: about, asked: 'Is it over?' };
    await give('coordinator', 'sittings/add-item', heard, sitting);
    await give('coordinator', 'sittings/issue-papers', { recipients: [people['member-police']] }, sitting);
    await give('coordinator', 'sittings/record-attendance', aQuorum(), sitting);
    await give('chair', 'sittings/start-sitting', broughtForward, sitting);
    const { items } = await view('chair', 'sittings', sitting);
    const [item] = items as unknown as { id: string }[];
    await give('chair', 'agenda-items/open-item', {}, item?.id);
    const watched = { watcher: 'The made-up neighbourhood team', nextCheck: '2027-03-01' };
    const decided = {
      decision: 'remove',
      removalReason: 'no-longer-necessary',
      reasons: 'Made up',
      actions: [],
    };
    await give('chair', 'agenda-items/record-panel-decision', { ...decided, ...watched }, item?.id);
    await give('chair', 'sittings/end-sitting', {}, sitting);
    known[`${about}CaseWatched`] = id;
  };

/** A case from its opening to its removal and back, as either strand goes. */
function whole({ topic, open, accept, decline, about, opening }: StrandNames): JourneyStep[] {
  const own = `${about}Case`;
  const begun = (as: string): JourneyStep => ({
    command: `${topic}/${open}`,
    who: 'intelligence',
    as,
    body: opening,
    refusedBody: () => ({ ...opening(), [`${about}Id`]: nobody }),
    keep: keepAbout(topic, `${about}Of${as}`),
  });
  const step = stepOf(topic, own);
  const declined = stepOf(topic, `${own}Declined`);
  const suspension =
    about === 'person'
      ? { reason: 'custody', mappa: 'level-1', offenderManager: 'Made up' }
      : { reason: 'closed-for-now' };
  return [
    begun(`${own}Declined`),
    declined('start-screening', nothing),
    declined(decline, () => ({ reason: 'not-necessary', words: 'Made up' })),
    begun(own),
    step('start-screening', nothing),
    step(accept, () => anAcceptedCase()),
    step('add-basis', () => ({ code: 'disclosure', words: 'Made up' }), {
      keep: keepRows(topic),
      refusedBody: () => ({ code: 'disclosure', on: '2199-01-01', words: 'Made up' }),
    }),
    step('set-priority', () => ({ gravity: 'serious', access: 'some' }), {
      refusedBody: () => ({ gravity: 'serious', access: 'some', override: 'high' }),
    }),
    step('review-necessity', () => ({ outcome: 'still-necessary', words: 'Made up' }), { refused: 'never' }),
    step('allocate-officer', ({ people }) => ({ officerId: people.intelligence, reason: 'Made up' }), {
      refusedBody: ({ people }) => ({ officerId: people.worker, reason: 'Made up' }),
    }),
    step('list-for-panel', () => ({ basis: 'new', asked: 'What next?' })),
    step('defer-listing', () => ({ reason: 'Made up', until: '2027-01-05' }), {
      who: 'coordinator',
      refusedBody: () => ({ reason: 'Made up', until: '2026-01-05' }),
    }),
    step('withdraw-listing', reason, { who: 'coordinator' }),
    step(
      'take-chairs-action',
      () => ({ ...aChairsActionTaken('2026-08-01T08:00:00.000Z'), escalatedTo: 'The director (made up)' }),
      {
        who: 'chair',
        refusedBody: () => ({ ...aChairsActionTaken('2026-08-01T08:00:00.000Z'), consulted: [] }),
      },
    ),
    ...(about === 'person' ? investigated(step) : []),
    step('suspend', () => ({ ...suspension, words: 'Made up', releaseOn: '2027-11-05' })),
    step('change-release', () => ({ words: 'Made up', releaseOn: '2027-10-05' }), {
      refusedBody: () => ({ words: 'Made up', releaseOn: '2026-10-05' }),
    }),
    step('prepare-release', () => ({ stage: 'three-months', words: 'Made up' })),
    step('resume', words),
    step('propose-removal', removal),
    step('refuse-removal', reason, { who: 'intelligence-supervisor' }),
    step('propose-removal', () => ({ reason: 'mistaken', words: 'Made up' })),
    step('approve-removal', words, { who: 'intelligence-supervisor' }),
    step('record-recall', words, { who: 'coordinator' }),
    step('relist', reason, { keep: keepWatched({ topic, open, accept, decline, about, opening }) }),
    stepOf(topic, `${own}Watched`)('record-next-check', () => ({ found: 'Nothing new (made up)' }), {
      who: 'coordinator',
    }),
    step('set-handling', () => ({ handling: 'P', reason: 'Made up' }), {
      refusedBody: ({ people }) => ({ handling: 'P', reason: 'Made up', readers: [people.worker] }),
    }),
    {
      ...step('withdraw-basis', ({ known }) => ({ basisId: known[`basisOf${topic}`], reason: 'Made up' })),
      refusedBody: () => ({ basisId: nobody, reason: 'Made up' }),
    },
    {
      ...step('correct-record', ({ known }) => ({
        rowId: known[`rowOf${topic}`],
        reason: 'A slip',
        words: 'Right',
      })),
      refusedBody: () => ({ rowId: nobody, reason: 'A slip', words: 'Right' }),
    },
  ];
}

/** A person who is fifteen or sixteen: a social care manager answers, and the chair says what is printed. */
const young: JourneyStep[] = (() => {
  const step = stepOf('person-cases', 'youngCase');
  return [
    {
      command: 'person-cases/nominate',
      who: 'intelligence',
      as: 'youngCase',
      body: () => aNomination(aYoungPerson),
      refused: 'never',
      keep: async (along, answer, api) => {
        await keepAbout('person-cases', 'youngPerson')?.(along, answer, api);
        const { childId } = await api.view('manager', 'child-cases', along.known.case as string);
        along.known.childOfCase = String(childId);
      },
    },
    step('start-screening', nothing),
    step('ask-care-manager', ({ people }) => ({ managerId: people.manager, words: 'Made up' }), {
      refusedBody: ({ people }) => ({ managerId: people.worker, words: 'Made up' }),
    }),
    step('answer-for-child', () => ({ answer: 'agree', words: 'Made up' }), { who: 'manager' }),
    step('accept-nomination', () => anAcceptedCase()),
    step('decide-printing', () => ({ printing: 'no', reasons: 'Made up' }), {
      who: 'chair',
      refused: 'never',
    }),
  ];
})();

const onRecord = (about: 'person' | 'location'): JourneyStep[] => {
  const step = stepOf(`${about}s`, `${about}Of${about}Case`);
  const other = `${about}Of${about}CaseDeclined`;
  const join = ({ known }: Parameters<JourneyStep['body']>[0]) => ({
    otherId: known[other],
    reasons: 'Made up',
  });
  return [
    step('record-details', () => ({ aliases: ['Made-up alias'], reason: 'Made up' }), {
      refusedBody: () => ({ identifiers: [{ kind: 'phone', text: 'twelve' }], reason: 'Made up' }),
    }),
    step('merge', join),
    step('unmerge', join),
  ];
};

/** Persons of concern and locations from nomination and report to their removal, and what is recorded of who they are. */
export const strandSteps: JourneyStep[] = [
  ...names.flatMap(whole),
  ...young,
  ...onRecord('person'),
  ...onRecord('location'),
  {
    command: 'persons/record-child-role',
    who: 'manager',
    on: 'youngPerson',
    body: ({ known }) => ({ childId: known.childOfCase, reason: 'Made up' }),
    refusedBody: () => ({ childId: nobody, reason: 'Made up' }),
  },
  {
    command: 'locations/record-prevention',
    who: 'intelligence',
    on: 'locationOflocationCase',
    body: () => ({ kind: 'training', on: '2026-10-05', audience: 'Night staff', words: 'Made up' }),
    refusedBody: () => ({ kind: 'training', on: '2199-10-05', audience: 'Night staff', words: 'Made up' }),
  },
];
