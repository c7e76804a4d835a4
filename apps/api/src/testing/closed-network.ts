import {
  aGrading,
  aLink,
  aLinkGrade,
  aNomination,
  anAcceptedCase,
  anIncident,
  anIntelligenceReport,
  aPlaceReport,
  aRequirement,
} from '@mase/workflow/testing';
import { canary, type Giver } from './guarded-cases.js';
import type { Known } from './journey-step.js';

/** What police know in the open: two more children, a person of concern with a phone who is linked with one, and a place. */
export interface OpenNetwork {
  children: string[];
  person: string;
  personCase: string;
  place: string;
  placeCase: string;
  /** Between the first of the children and the person. */
  link: string;
  /** With two victims and two offenders. */
  incident: string;
  /** What the health agency is asked. */
  requirement: string;
  /** Evaluated and sanitised. */
  report: string;
}

/** The phone of the person, which the closed one uses too. */
export const sharedPhone = { kind: 'phone', text: '07700 900321' };

/** The phone of the first of the open children, which those who are closed later use too: it is matched while they are open. */
const laterPhone = { kind: 'phone', text: '07700 900322' };

const supervisor = 'intelligence-supervisor';

async function takenOn(give: Giver, topic: string, verbs: [open: string, accept: string], body: object) {
  const [open, accept] = verbs;
  const { id } = await give(supervisor, `${topic}/${open}`, body);
  await give(supervisor, `${topic}/start-screening`, {}, id);
  await give(supervisor, `${topic}/${accept}`, anAcceptedCase(), id);
  return id;
}

const personCase = (give: Giver, over: object) =>
  takenOn(give, 'person-cases', ['nominate', 'accept-nomination'], aNomination(over));
const placeCase = (give: Giver, over: object) =>
  takenOn(give, 'location-cases', ['report', 'accept-report'], aPlaceReport(over));

/** Looks at a case as the supervisor and gives the id of whom or what it is about. */
export type AboutOf = (topic: string, id: string) => Promise<string>;

const nextReview = '2027-02-01';

/** What police were told, know of a crime, and ask: a canary stands in every field of it. */
async function whatPoliceKnow(give: Giver, agencies: Known) {
  const say = (place: string) => canary('known', place);
  const incident = await give(
    'police-desk',
    'incidents/record-incident',
    anIncident({
      ...{ reference: 'ZZ/26/1', offence: say('offence'), place: say('incident-place') },
      ...{ victims: [{ reference: 'V1' }, {}], offenders: [{ reference: 'O1' }, {}] },
    }),
  );
  const told = { seen: say('seen'), when: say('when'), where: say('where'), identifiers: [] };
  const report = await give('charity-worker', 'intelligence/submit-intelligence', anIntelligenceReport(told));
  await give('intelligence', 'intelligence/evaluate', aGrading(nextReview), report.id);
  const parts = { safety: say('sanitised'), disruption: say('sanitised-police') };
  await give('intelligence', 'intelligence/sanitise', parts, report.id);
  const asked = { question: say('question'), purpose: say('purpose') };
  const requirement = await give(
    'coordinator',
    'intelligence-requirements/raise-requirement',
    aRequirement(agencies.health as string, nextReview, asked),
  );
  return { incident: incident.id, report: report.id, requirement: requirement.id };
}

/** Records it, by the supervisor of the desk and by others of the police. */
export async function anOpenNetwork(give: Giver, aboutOf: AboutOf, agencies: Known): Promise<OpenNetwork> {
  const children: string[] = [];
  for (const firstName of ['Birch', 'Cedar'])
    children.push(
      (await give('coordinator', 'children/record-child', { firstName, lastName: 'Made-up', from: 'return' }))
        .id,
    );
  const person = { name: 'Person Birch-01', birthDate: '1990-05-06', identifiers: [sharedPhone] };
  const one = await personCase(give, { person });
  const place = await placeCase(give, {});
  const about = await aboutOf('person-cases', one);
  const to = { kind: 'person', id: about };
  const link = await give(
    supervisor,
    'links/record-link',
    aLink(children[0] as string, { kind: 'travels-with', to }),
  );
  const uses = aLink(children[0] as string, { kind: 'uses', to: laterPhone });
  const { id: phone } = await give(supervisor, 'links/record-link', uses);
  await give(supervisor, 'links/grade-link', aLinkGrade('2027-02-01'), phone);
  return {
    children,
    link: link.id,
    personCase: one,
    person: about,
    placeCase: place,
    place: await aboutOf('location-cases', place),
    ...(await whatPoliceKnow(give, agencies)),
  };
}

/** A link between a child and a person whom police let those who hold the child know of: its worker has answered it. */
export async function anAcknowledgedLink(
  give: Giver,
  about: { childId: string; personId: string; mark: string },
): Promise<string> {
  const words = canary(about.mark, 'told-link');
  const to = { kind: 'person', id: about.personId };
  const { id } = await give(
    supervisor,
    'links/record-link',
    aLink(about.childId, { kind: 'family', to, words }),
  );
  await give(supervisor, 'links/grade-link', aLinkGrade(nextReview), id);
  const answer = { doing: 'known-already', words: canary(about.mark, 'acknowledged') };
  await give('worker', 'links/acknowledge-link', answer, id);
  return id;
}

/**
 * A person whom several children are seen with, open, weighed to a cluster and matched by a phone, of whom it turns out that
 * nobody may know: handled with conditions from then on. `weigh` is what the worker does, matching included; `hear` what a
 * sitting does about the case. The first of the children is one whose worker answers a link with the person.
 */
export async function aPersonClosedLater(
  give: Giver,
  about: {
    childIds: string[];
    aboutOf: AboutOf;
    weigh: () => Promise<unknown>;
    hear: (caseId: string) => Promise<unknown>;
  },
): Promise<{ person: string; personCase: string; link: string }> {
  const say = (place: string) => canary('later', place);
  const named = { name: 'Zqlater Person', birthDate: '1985-03-04', identifiers: [laterPhone] };
  const one = await personCase(give, { person: named, why: say('nomination') });
  const to = { kind: 'person', id: await about.aboutOf('person-cases', one) };
  for (const childId of about.childIds) {
    const link = aLink(childId, { kind: 'travels-with', to, words: say('link') });
    const { id } = await give(supervisor, 'links/record-link', link);
    await give(supervisor, 'links/grade-link', aLinkGrade(nextReview), id);
  }
  const told = { childId: about.childIds[0] as string, personId: to.id, mark: 'later' };
  const link = await anAcknowledgedLink(give, told);
  await about.weigh();
  await about.hear(one);
  const handling = { handling: 'C', conditions: say('conditions'), reason: say('why') };
  await give(supervisor, 'person-cases/set-handling', handling, one);
  return { person: to.id, personCase: one, link };
}

/**
 * A person and a place that were each known under two names and joined, and of each a case that had ended before: of all
 * four cases one alone is handled with conditions, from then on. Gives the cases that were not. `match` is what the worker does
 * before that: the person has a phone of an open child.
 */
export async function twinsClosedLater(
  give: Giver,
  aboutOf: AboutOf,
  match: () => Promise<unknown>,
): Promise<string[]> {
  const say = (place: string) => canary('later', place);
  const handling = { handling: 'C', conditions: say('conditions'), reason: say('why') };
  const rest: string[] = [];
  for (const [topic, records, build, other, open, known] of [
    ['person-cases', 'persons', personCase, 'person', 'nominate', 'personId'],
    ['location-cases', 'locations', placeCase, 'location', 'report', 'locationId'],
  ] as const) {
    const described = (name: string) =>
      other === 'person'
        ? { name, birthDate: '1984-03-04', identifiers: [laterPhone] }
        : { name, kind: 'takeaway', address: `${name} 1, ZZ9 9ZZ` };
    const told = (name: string) => ({ [other]: described(name), why: say('nomination') });
    const ended = await build(give, told('Zqlater One'));
    const about = await aboutOf(topic, ended);
    await give(
      supervisor,
      `${topic}/propose-removal`,
      { reason: 'no-longer-necessary', words: say('gone') },
      ended,
    );
    await give('intelligence', `${topic}/approve-removal`, { words: say('gone') }, ended);
    const bases = [{ code: 'graded-intelligence' }];
    const again = await give(supervisor, `${topic}/${open}`, { [known]: about, bases, why: say('again') });
    const twin = await build(give, told('Zqlater Two'));
    const joined = { otherId: await aboutOf(topic, twin), reasons: say('joined') };
    await give(supervisor, `${records}/merge`, joined, about);
    await match();
    await give(supervisor, `${topic}/set-handling`, handling, again.id);
    rest.push(ended, twin);
  }
  return rest;
}

/** A measure that is granted and breached once, by the supervisor. */
async function anOrderInForce(give: Giver, considered: object): Promise<string> {
  const say = (place: string) => canary('closed', place);
  const on = (verb: string, body: object, id?: string) =>
    give(supervisor, `disruption-measures/${verb}`, body, id);
  const { id } = await on('consider-measure', considered);
  await on('apply-for-measure', { to: say('court'), words: say('applied'), nextOn: '2026-12-15' }, id);
  const granted = { decidedBy: say('court'), conditions: say('order-conditions'), lastDay: '2029-06-01' };
  await on('grant-measure', granted, id);
  await on('record-breach', { what: say('breach'), answer: say('answer') }, id);
  return id;
}

/** A crime of an operation, and what is asked for it, known to the supervisor and to whoever is asked. */
async function whatPoliceKeep(give: Giver, people: Known, agencies: Known) {
  const say = (place: string) => canary('closed', place);
  const handled = { handling: 'C', readers: [people[supervisor]] };
  const { id: incident } = await give(supervisor, 'incidents/record-incident', {
    ...anIncident({ reference: 'ZZ/26/1', offence: say('offence'), place: say('incident-place') }),
    ...{ ...handled, another: true },
  });
  const asked = { question: say('question'), purpose: say('purpose'), contactId: people.caldicott };
  const { id: requirement } = await give(
    supervisor,
    'intelligence-requirements/raise-requirement',
    aRequirement(agencies.health as string, nextReview, { ...asked, ...handled }),
  );
  return { incident, requirement };
}

/**
 * What is closed beside it, known to the supervisor alone: a person with the same phone who is handled with conditions, a
 * place likewise, links with the children and the person that are there for everybody, a measure with a child's side, an
 * order in force and breached on the open person, the person as an offender of the open incident, an incident and a
 * requirement handled with conditions, and a report of intelligence that waits for its evaluation.
 */
export async function aClosedNetwork(
  give: Giver,
  about: { people: Known; agencies: Known; childIds: string[]; open: OpenNetwork; aboutOf: AboutOf },
): Promise<{ [kind: string]: string }> {
  const { people, agencies, childIds, open, aboutOf } = about;
  const say = (place: string) => canary('closed', place);
  const handling = { handling: 'C', conditions: say('conditions'), reason: say('why') };
  const named = { name: 'Zqclosed Person', birthDate: '1988-01-02', identifiers: [sharedPhone] };
  const one = await personCase(give, { person: named, why: say('nomination') });
  await give(supervisor, 'person-cases/set-handling', handling, one);
  const shop = { name: 'Zqclosed Shop', kind: 'takeaway', postcode: 'ZZ1 1ZZ' };
  const place = await placeCase(give, { location: shop, why: say('report') });
  await give(supervisor, 'location-cases/set-handling', handling, place);
  const person = await aboutOf('person-cases', one);
  const shopId = await aboutOf('location-cases', place);
  const link = (childId: string, over: object) =>
    give(supervisor, 'links/record-link', aLink(childId, { words: say('link'), ...over }));
  const ids: string[] = [];
  for (const childId of childIds)
    ids.push((await link(childId, { kind: 'travels-with', to: { kind: 'person', id: person } })).id);
  await link(childIds[0] as string, { kind: 'seen-at', to: { kind: 'location', id: shopId } });
  await give(supervisor, 'links/record-link', {
    ...aLink(childIds[0] as string, { words: say('link'), kind: 'family' }),
    from: { kind: 'person', id: person },
    to: { kind: 'person', id: open.person },
  });
  const considered = { code: 'cawn', why: say('measure'), nextOn: '2026-12-15', personId: person };
  const measure = await give(supervisor, 'disruption-measures/consider-measure', {
    ...considered,
    handling: 'C',
    readers: [people[supervisor]],
    childIds: [childIds[0]],
  });
  const order = await anOrderInForce(give, {
    ...{ code: 'sexual-risk-order', why: say('order'), nextOn: '2026-12-15', personId: open.person },
    ...{ handling: 'C', readers: [people[supervisor]] },
  });
  const part = { incidentId: open.incident, personId: person, offender: 2 };
  const { id: incidentPart } = await give(supervisor, 'incident-parts/link-part', part);
  const report = await give(
    'worker',
    'intelligence/submit-intelligence',
    anIntelligenceReport({ seen: say('seen') }),
  );
  return {
    person,
    personCase: one,
    location: shopId,
    locationCase: place,
    link: ids[0] as string,
    measure: measure.id,
    order,
    incidentPart,
    ...(await whatPoliceKeep(give, people, agencies)),
    intelligence: report.id,
  };
}
