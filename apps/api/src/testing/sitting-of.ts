import {
  aDiscussion,
  aListing,
  aNomination,
  anAcceptedCase,
  anAction,
  anAssessment,
  aPlaceReport,
  aReferral,
  aTriage,
} from '@mase/workflow/testing';
import type { Giver, Looker } from './guarded-cases.js';
import type { Known } from './journey-step.js';

/** How many of each strand are heard. */
export interface SittingSize {
  children: number;
  persons: number;
  places: number;
}

/** A sitting whose agenda is open, and its cases in the order in which they were made; items beside them. */
export interface SittingOf {
  id: string;
  children: string[];
  persons: string[];
  places: string[];
  /** The item of each case, by the id of the case; nothing where nothing was put on the agenda. */
  items: { [caseId: string]: string };
}

/** How a big sitting is made: over which api, as whom, and when it begins. */
export interface SittingMaker {
  give: Giver;
  /** Looks as the coordinator. */
  look: Looker;
  people: Known;
  /** An instant to come; it takes four hours. */
  startsAt: string;
  /** False leaves all of them on the panel's list, and the agenda empty. */
  onAgenda?: boolean;
}

const grades = ['high', 'medium', 'low', 'medium', 'high'] as const;
const trees = ['Alder', 'Beech', 'Cedar', 'Damson', 'Elm', 'Fir', 'Gorse', 'Hazel', 'Ivy', 'Juniper'];
const made = (number: number) => `${trees[number % trees.length]}-${String(number + 1).padStart(2, '0')}`;
const birthDateOf = (number: number) => `20${['09', 10, 11, 12][number % 4]}-0${1 + (number % 9)}-11`;

/** A graded child on the list: every third has a plan with an action of each part, brothers and sisters share a name. */
async function aListedChild({ give, people }: SittingMaker, number: number): Promise<string> {
  const child = {
    firstName: made(number),
    lastName: number < 2 ? 'Sibling-Example' : 'Synthetic',
    birthDate: birthDateOf(number),
  };
  const { id } = await give('referrer', 'child-cases/record-referral', aReferral({ child }));
  await give('triage', 'child-cases/decide-triage', aTriage('risk-assessment', { teamId: 'north' }), id);
  await give('manager', 'child-cases/allocate-worker', { workerId: people.worker as string }, id);
  const grade = grades[number % grades.length] as (typeof grades)[number];
  const { entry } = await give('worker', 'child-cases/assess-risk', anAssessment(grade), id);
  await give('manager', 'child-cases/confirm-grade', { assessmentId: entry, grade }, id);
  if (number % 3 === 0) {
    const action = (part: 'safety' | 'disruption', owner: string) =>
      give('manager', 'plan-actions/add-action', anAction(id, people[owner] as string, { part }));
    await give('manager', 'child-cases/record-strategy-discussion', aDiscussion(), id);
    await action('safety', 'member-health');
    await action('disruption', 'intelligence');
    await give('manager', 'child-cases/agree-plan', { kind: 'full' }, id);
  }
  await give(
    'manager',
    'child-cases/list-for-panel',
    aListing({ asked: `What is next for ${made(number)}?` }),
    id,
  );
  return id;
}

async function aListedCase(
  { give }: SittingMaker,
  { topic, accept }: { topic: string; accept: string },
  opening: { verb: string; body: object },
): Promise<string> {
  const { id } = await give('intelligence', `${topic}/${opening.verb}`, opening.body);
  await give('intelligence', `${topic}/start-screening`, {}, id);
  await give('intelligence', `${topic}/${accept}`, anAcceptedCase(), id);
  const asked = 'What can each agency do about it?';
  await give('intelligence', `${topic}/list-for-panel`, { basis: 'new', asked }, id);
  return id;
}

const aListedPerson = (maker: SittingMaker, number: number) =>
  aListedCase(
    maker,
    { topic: 'person-cases', accept: 'accept-nomination' },
    {
      verb: 'nominate',
      body: aNomination({ person: { name: `Person ${made(number)}`, birthDate: '1988-05-06' } }),
    },
  );

const aListedPlace = (maker: SittingMaker, number: number) =>
  aListedCase(
    maker,
    { topic: 'location-cases', accept: 'accept-report' },
    {
      verb: 'report',
      body: aPlaceReport({
        location: { name: `Place ${made(number)}`, kind: 'takeaway', postcode: `ZZ1 ${number % 10}ZZ` },
      }),
    },
  );

async function several(count: number, make: (number: number) => Promise<string>): Promise<string[]> {
  const ids: string[] = [];
  for (let number = 0; number < count; number += 1) ids.push(await make(number));
  return ids;
}

/** A sitting of the made-up panel whose agenda is open and empty; gives its id. */
export async function anOpenAgenda({ give, people, startsAt }: SittingMaker): Promise<string> {
  const { id } = await give('coordinator', 'sittings/schedule-sitting', {
    panel: 'MASE panel (made up)',
    startsAt,
    endsAt: new Date(Date.parse(startsAt) + 240 * 60_000).toISOString(),
    place: 'Room 2, made-up civic centre',
    chairId: people.chair,
  });
  await give('coordinator', 'sittings/open-agenda', {}, id);
  return id;
}

/** Puts all cases of a sitting on its open agenda in their order; gives the item of each, by the id of the case. */
export async function putOnAgenda(
  { give, look, people }: SittingMaker,
  { id, children, persons, places }: SittingOf,
): Promise<SittingOf['items']> {
  const add = (caseId: string, section: string, caseKind?: string) =>
    give(
      'coordinator',
      'sittings/add-item',
      {
        caseId,
        section,
        asked: 'Is enough done?',
        presenterId: people.worker,
        ...(caseKind ? { caseKind } : {}),
      },
      id,
    );
  for (const caseId of children) await add(caseId, 'child-new');
  for (const caseId of persons) await add(caseId, 'person', 'personCase');
  for (const caseId of places) await add(caseId, 'location', 'locationCase');
  const { items } = await look<{ items: { id: string; caseId: string }[] }>(`/api/v1/sittings/${id}`);
  return Object.fromEntries(items.map((item) => [item.caseId, item.id]));
}

/**
 * A sitting with so many children, persons of concern and places, each led by real commands from the referral to the
 * panel's list and put on its open agenda in that order. Grades, plans and agencies vary with the number of the child.
 */
export async function aSittingOf(size: SittingSize, maker: SittingMaker): Promise<SittingOf> {
  const children = await several(size.children, (number) => aListedChild(maker, number));
  const persons = await several(size.persons, (number) => aListedPerson(maker, number));
  const places = await several(size.places, (number) => aListedPlace(maker, number));
  const sitting = { id: await anOpenAgenda(maker), children, persons, places, items: {} };
  if (maker.onAgenda === false) return sitting;
  return { ...sitting, items: await putOnAgenda(maker, sitting) };
}
