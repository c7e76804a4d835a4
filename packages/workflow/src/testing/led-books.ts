import type { ChildCaseStanding } from '../child-cases/standing.js';
import type { StoredRecord } from '../model.js';
import type { NoticeStanding } from '../notices/standing.js';
import { aChildCase } from './a-child-case.js';
import { aSitting } from './a-sitting.js';
import { anOffer, aReport } from './missing-payloads.js';
import { aWorld, type PersonName } from './people.js';
import { validPayload } from './valid-payload.js';

/** A listed case, and a sitting with it on the agenda. */
export const heard = () => {
  const one = aChildCase().listed();
  return { one, sitting: aSitting(one.world).withItem(one.id) };
};
/** A child whose two missing episodes made a referral proposal. */
export const proposed = (world = aWorld()) => {
  const { coordinator } = world.people;
  const child = { firstName: 'Alex', birthDate: '2012-05-06', from: 'return' };
  const childId = world.give('children/record-child', child, coordinator).id;
  for (const start of ['2026-09-01', '2026-10-01'])
    world.give(
      'missing-episodes/record-episode',
      { childId, kind: 'missing', start, end: start, from: 'return' },
      coordinator,
    );
  return world;
};
/** A child reported missing an hour ago, and what was done then, each by whoever is named. */
export const missed = (...steps: [verb: string, who: PersonName, choice?: string][]) => {
  const world = proposed();
  const childId = (world.all('child')[0] as StoredRecord).id;
  const report = () =>
    world.give('missing-episodes/report-missing', aReport(childId, world.at), world.people.desk);
  const first = report().id;
  for (const [verb, who, choice] of steps) {
    if (verb === 'report-missing') report();
    else {
      const record = world.all('missingEpisode').find(({ state }) => state === 'held')?.id ?? first;
      const about = { world, record: world.getRecord(record), choice };
      const payload = validPayload(`missing-episodes/${verb}`, about);
      world.give(`missing-episodes/${verb}`, payload, world.people[who], { record });
    }
  }
  return { world, childId, first };
};
/** An interview offered on return, and what was done then by the interviewer. */
export const offered = (...steps: [verb: string, choice?: string][]) => {
  const { world, childId, first } = missed(['record-return', 'desk']);
  const { interviewer } = world.people;
  const { id: record } = world.give(
    'return-interviews/offer-interview',
    anOffer(childId, [first]),
    interviewer,
  );
  for (const [verb, choice] of steps) {
    const payload = validPayload(`return-interviews/${verb}`, {
      world,
      record: world.getRecord(record),
      choice,
    });
    world.give(`return-interviews/${verb}`, payload, interviewer, { record });
  }
  return world;
};
/** The proposal, decided by triage. */
export const decided = (verb: string, payload: object) => {
  const world = proposed();
  const record = (world.all('referralProposal')[0] as StoredRecord).id;
  world.give(`referral-proposals/${verb}`, payload, world.people.triage, { record });
  return world;
};
/** An action, answered by its owner. */
export const answered = (verb: string, payload: object) => {
  const { world } = aChildCase().withWorker().withAction({}, 'nurse');
  const record = (world.all('planAction')[0] as StoredRecord).id;
  world.give(`plan-actions/${verb}`, payload, world.people.nurse, { record });
  return world;
};

/** Two records of one child, led so far by the coordinator and triage. */
export const joining = (...verbs: string[]) => {
  const world = aWorld();
  const { coordinator, triage } = world.people;
  const child = { firstName: 'Alex', birthDate: '2012-05-06', from: 'return' };
  const [record, childId] = [1, 2].map(() => world.give('children/record-child', child, coordinator).id);
  for (const verb of verbs) {
    const decides = verb === 'decide-merge';
    const payload = { childId, ...(decides ? { decision: 'approve' } : { reasons: 'Made up' }) };
    world.give(`children/${verb}`, payload, decides ? triage : coordinator, { record: record as string });
  }
  return world;
};

/** A disposal led so far; a wait lies between its approval and its carrying out. */
export const disposing = (...verbs: string[]) => {
  const { world, id } = aChildCase().closed();
  const { governance, guardian } = world.people;
  const payload = { record: { kind: 'childCase', id }, basis: 'court-order' };
  const record = world.give('disposals/propose-disposal', payload, governance).id;
  for (const verb of verbs) {
    const words = verb.endsWith('-disposal') && verb !== 'approve-disposal' ? { reason: 'Made up' } : {};
    world.give(`disposals/${verb}`, words, guardian, { record });
    world.pass(world.profile.retention.waitDays);
  }
  return world;
};
/** A legal hold, lifted or in force. */
export const holding = (lifts = false) => {
  const { world } = aChildCase().referred();
  const payload = validPayload('legal-holds/place-hold', { world, record: null });
  const record = world.give('legal-holds/place-hold', payload, world.people.governance).id;
  if (lifts) world.give('legal-holds/lift-hold', { words: 'Settled' }, world.people.governance, { record });
  return world;
};

/** A change of the tools or of the profile, led so far: proposed by the administrator, decided by a senior manager. */
export const changing = (topic: 'instrument-changes' | 'profile-changes', verb?: string) => {
  const world = aWorld();
  const { admin, senior } = world.people;
  const payload = (name: string) => validPayload(`${topic}/${name}`, { world, record: null });
  const record = world.give(`${topic}/propose-change`, payload('propose-change'), admin).id;
  const who = verb === 'withdraw-change' ? admin : senior;
  if (verb) world.give(`${topic}/${verb}`, payload(verb), who, { record });
  return world;
};

/** The glass broken by somebody who reads nothing of the case; with a wrong reference it opens nothing. */
export const broken = (reference?: string) => {
  const { world, id, record: opened } = aChildCase().withWorker();
  const { reference: right, childId } = opened.standing as ChildCaseStanding;
  const found = reference ? { reference } : { reference: right, caseId: id, childId };
  const payload = { reason: 'A made-up child is at the door', ...found };
  const record = world.give('break-glass/open-record', payload, world.people.stranger).id;
  return { world, record };
};
/** The glass broken, and the review decided. */
export const looked = () => {
  const { world, record } = broken();
  const review = { finding: 'justified', words: 'Made up' };
  world.give('break-glass/decide-review', review, world.people.guardian, { record });
  return world;
};
/** A week of the duty rota. */
export const rota = () => {
  const world = aWorld();
  const payload = validPayload('duty-rotas/open-rota', { world, record: null });
  world.give('duty-rotas/open-rota', payload, world.people.manager);
  return world;
};

/** A request for access, led so far by information governance and the Caldicott guardian. */
export const requested = (...verbs: string[]) => {
  const { world } = aChildCase().withWorker();
  const { governance, guardian } = world.people;
  const give = (name: string, record: string | null) => {
    const about = record ? world.getRecord(record) : null;
    const payload = validPayload(name, { world, record: about });
    const who = /approve|refuse|return/.test(name) ? guardian : governance;
    return world.give(name, payload, who, record ? { record } : {}).id;
  };
  const record = give('access-requests/record-request', null);
  for (const verb of verbs) verb.includes('/') ? give(verb, null) : give(`access-requests/${verb}`, record);
  return world;
};
/** An export, led so far: asked for by an auditor, decided by the Caldicott guardian. */
export const exported = (...verbs: string[]) => {
  const { world } = aChildCase().withWorker();
  const { auditor, guardian } = world.people;
  const payload = (verb: string) => validPayload(`exports/${verb}`, { world, record: null });
  const record = world.give('exports/request-export', payload('request-export'), auditor).id;
  for (const verb of verbs) {
    const who = /approve|refuse/.test(verb) ? guardian : auditor;
    world.give(`exports/${verb}`, payload(verb), who, { record });
  }
  return world;
};
/** The steps of a request for access up to its decided items. */
export const gathered = ['confirm-identity', 'gather-bundle', 'decide-items'];
/** A request for access whose agency has answered. */
export const consulted = () => {
  const world = requested('confirm-identity', 'gather-bundle', 'access-consultations/ask-agency');
  const record = (world.all('accessConsultation')[0] as StoredRecord).id;
  const payload = { answer: 'no-objection', words: 'Nothing' };
  world.give('access-consultations/answer-consultation', payload, world.people.nurse, { record });
  return world;
};

/** What hangs on a case, led so far by those who hold it; whoever answers is said with the command. */
const hung = (
  first: string,
  who: PersonName,
  ...steps: [verb: string, by: PersonName, choice?: string][]
) => {
  const { world, id } = aChildCase().withWorker();
  const [topic = ''] = first.split('/');
  const made = validPayload(first, { world, record: null, choice: 'needed' });
  const record = world.give(first, { ...made, caseId: id }, world.people[who]).id;
  for (const [verb, by, choice] of steps) {
    const about = { world, record: world.getRecord(record), choice };
    world.give(`${topic}/${verb}`, validPayload(`${topic}/${verb}`, about), world.people[by], { record });
  }
  return world;
};
/** A request for information, led so far. */
export const request = (...steps: [string, PersonName][]) =>
  hung('information-requests/request-information', 'worker', ...steps);
/** A challenge, led so far. */
export const challenge = (...steps: [string, PersonName][]) =>
  hung('challenges/raise-challenge', 'referrer', ...steps);
/** A statutory notice, led so far. */
export const notice = (...steps: [string, PersonName, string?][]) =>
  hung('notices/record-notice', 'worker', ...steps);
/** A service to a child, led so far. */
export const service = (...steps: [string, PersonName][]) =>
  hung('service-episodes/refer-service', 'worker', ...steps);
/** The kind of notice that chance makes is the same in every run: its last answer fits it. */
export const lastAnswer = notice()
  .all('notice')
  .some(({ standing }) => (standing as NoticeStanding).kind === 'nrm')
  ? 'reasonable-grounds-negative'
  : 'outcome';
/** A case that asks whether a notice is needed. */
export const prompted = () => aChildCase().referred({ positionOfTrust: 'yes' }).world;

/** A copy of a plan that its recipient opened, or that was taken back when the only action of its recipient ended. */
export const copied = (state: 'opened' | 'ended') => {
  const one = aChildCase().planned().shared();
  const { world } = one;
  const { id: record } = world.all('planCopy')[0] as StoredRecord;
  if (state === 'opened') world.give('plan-copies/open-copy', {}, world.people.worker, { record });
  else one.withActionsEnded().withAction({}, 'nurse').give('agree-plan', { kind: 'full' }, 'manager');
  return world;
};
