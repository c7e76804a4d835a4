import { describe, expect, it } from 'vitest';
import type { ChildCaseStanding } from '../child-cases/standing.js';
import { allowedNow, decide, permissionMissing, topicAndVerb } from '../decide.js';
import { chartRows } from '../docs/chart-rows.js';
import type { Command, Decision, StoredRecord } from '../model.js';
import type { NoticeStanding } from '../notices/standing.js';
import { topicOf, topics } from '../topics.js';
import { aBusyWorld } from './a-busy-world.js';
import { aChildCase } from './a-child-case.js';
import { aSitting } from './a-sitting.js';
import { aWorld, type PersonName } from './people.js';
import { runRandomCommands } from './random-commands.js';
import { validPayload } from './valid-payload.js';
import { anEmptyWorld, type World } from './world.js';

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) frozen(inner);
  }
  return value;
}

const heard = () => {
  const one = aChildCase().listed();
  return { one, sitting: aSitting(one.world).withItem(one.id) };
};
const proposed = (world = aWorld()) => {
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
const decided = (verb: string, payload: object) => {
  const world = proposed();
  const record = (world.all('referralProposal')[0] as StoredRecord).id;
  world.give(`referral-proposals/${verb}`, payload, world.people.triage, { record });
  return world;
};
const answered = (verb: string, payload: object) => {
  const { world } = aChildCase().withWorker().withAction({}, 'nurse');
  const record = (world.all('planAction')[0] as StoredRecord).id;
  world.give(`plan-actions/${verb}`, payload, world.people.nurse, { record });
  return world;
};

/** Two records of one child, led so far by the coordinator and triage. */
const joining = (...verbs: string[]) => {
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
const disposing = (...verbs: string[]) => {
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
const holding = (lifts = false) => {
  const { world } = aChildCase().referred();
  const payload = validPayload('legal-holds/place-hold', { world, record: null });
  const record = world.give('legal-holds/place-hold', payload, world.people.governance).id;
  if (lifts) world.give('legal-holds/lift-hold', { words: 'Settled' }, world.people.governance, { record });
  return world;
};

/** A change of the tools, led so far: proposed by the administrator, decided by a senior manager. */
const changing = (verb?: string) => {
  const world = aWorld();
  const { admin, senior } = world.people;
  const payload = (name: string) => validPayload(`instrument-changes/${name}`, { world, record: null });
  const record = world.give('instrument-changes/propose-change', payload('propose-change'), admin).id;
  const who = verb === 'withdraw-change' ? admin : senior;
  if (verb) world.give(`instrument-changes/${verb}`, payload(verb), who, { record });
  return world;
};

/** The glass broken by somebody who reads nothing of the case; with a wrong reference it opens nothing. */
const broken = (reference?: string) => {
  const { world, id, record: opened } = aChildCase().withWorker();
  const { reference: right, childId } = opened.standing as ChildCaseStanding;
  const found = reference ? { reference } : { reference: right, caseId: id, childId };
  const payload = { reason: 'A made-up child is at the door', ...found };
  const record = world.give('break-glass/open-record', payload, world.people.stranger).id;
  return { world, record };
};
const looked = () => {
  const { world, record } = broken();
  const review = { finding: 'justified', words: 'Made up' };
  world.give('break-glass/decide-review', review, world.people.guardian, { record });
  return world;
};
const rota = () => {
  const world = aWorld();
  const payload = validPayload('duty-rotas/open-rota', { world, record: null });
  world.give('duty-rotas/open-rota', payload, world.people.manager);
  return world;
};

/** A request for access, led so far by information governance and the Caldicott guardian. */
const requested = (...verbs: string[]) => {
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
const exported = (...verbs: string[]) => {
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
const gathered = ['confirm-identity', 'gather-bundle', 'decide-items'];
const consulted = () => {
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
const request = (...steps: [string, PersonName][]) =>
  hung('information-requests/request-information', 'worker', ...steps);
const challenge = (...steps: [string, PersonName][]) =>
  hung('challenges/raise-challenge', 'referrer', ...steps);
const notice = (...steps: [string, PersonName, string?][]) =>
  hung('notices/record-notice', 'worker', ...steps);
/** The kind of notice that chance makes is the same in every run: its last answer fits it. */
const lastAnswer = notice()
  .all('notice')
  .some(({ standing }) => (standing as NoticeStanding).kind === 'nrm')
  ? 'reasonable-grounds-negative'
  : 'outcome';
const prompted = () => aChildCase().referred({ positionOfTrust: 'yes' }).world;

/** A copy of a plan that its recipient opened, or that was taken back when the only action of its recipient ended. */
const copied = (state: 'opened' | 'ended') => {
  const one = aChildCase().planned().shared();
  const { world } = one;
  const { id: record } = world.all('planCopy')[0] as StoredRecord;
  if (state === 'opened') world.give('plan-copies/open-copy', {}, world.people.worker, { record });
  else one.withActionsEnded().withAction({}, 'nurse').give('agree-plan', { kind: 'full' }, 'manager');
  return world;
};

/** A short way to each state of each chart, by real commands. */
const paths: [string, () => World][] = [
  ['childCase awaitingTriage', () => aChildCase().referred().world],
  ['childCase assessing', () => aChildCase().assessing().world],
  ['childCase planning', () => aChildCase().graded('low').world],
  ['childCase monitoring', () => aChildCase().graded('none').world],
  ['childCase closing', () => aChildCase().withWorker().proposedToClose().world],
  ['childCase suspended', () => aChildCase().planned().suspended().world],
  ['childCase transferring', () => aChildCase().transferring().world],
  ['childCase closed', () => aChildCase().closed().world],
  ['childCase notListed', () => aChildCase().referred().world],
  ['childCase listed', () => heard().one.world],
  ['childCase beforePanel', () => heard().sitting.inSession().hearing(lastCase).world],
  ['planAction offered', () => aChildCase().withWorker().withAction().world],
  ['planAction accepted', () => answered('accept-action', {})],
  ['planAction declined', () => answered('decline-action', { reason: 'Leave' })],
  ['planAction ended', () => answered('end-action', { how: 'done', evidence: 'x' })],
  ['planCopy issued', () => aChildCase().planned().shared().world],
  ['planCopy opened', () => copied('opened')],
  ['planCopy ended', () => copied('ended')],
  ['informationRequest asked', () => request()],
  ['informationRequest answered', () => request(['answer-information', 'nurse'])],
  ['informationRequest withdrawn', () => request(['withdraw-request', 'worker'])],
  ['challenge open', () => challenge()],
  ['challenge answered', () => challenge(['answer-challenge', 'worker'])],
  ['challenge resolved', () => challenge(['resolve-challenge', 'referrer'])],
  ['challenge withdrawn', () => challenge(['withdraw-challenge', 'referrer'])],
  ['notice toDecide', prompted],
  ['notice needed', () => notice()],
  ['notice notNeeded', () => notice(['decide-notice', 'worker', 'not-needed'])],
  ['notice sent', () => notice(['send-notice', 'worker'])],
  ['notice answered', () => notice(['send-notice', 'worker'], ['answer-notice', 'worker', lastAnswer])],
  ['child onBooks', () => proposed()],
  ['child mergeProposed', () => joining('merge-children')],
  ['child merged', () => joining('merge-children', 'decide-merge')],
  ['child unmergeProposed', () => joining('merge-children', 'decide-merge', 'unmerge-children')],
  ['missingEpisode over', () => proposed()],
  [
    'missingEpisode absent',
    () => {
      const world = proposed();
      const childId = (world.all('child')[0] as StoredRecord).id;
      const still = { childId, kind: 'missing', start: '2026-11-01', from: 'return' };
      world.give('missing-episodes/record-episode', still, world.people.desk);
      return world;
    },
  ],
  ['referralProposal proposed', () => proposed()],
  [
    'referralProposal accepted',
    () => decided('accept-proposal', { seenOrSaid: 'x', immediateDanger: false }),
  ],
  ['referralProposal declined', () => decided('decline-proposal', { reason: 'Known' })],
  ['sitting scheduled', () => aSitting(aWorld()).world],
  ['sitting agendaOpen', () => aSitting(aWorld()).agendaOpen().world],
  ['sitting papersIssued', () => heard().sitting.papersIssued().world],
  ['sitting inSession', () => heard().sitting.inSession().world],
  ['sitting minutesDrafted', () => heard().sitting.inSession().ended().world],
  [
    'sitting minutesAgreed',
    () => heard().sitting.inSession().ended().give('agree-minutes', {}, 'chair').world,
  ],
  ['sitting cancelled', () => aSitting(aWorld()).give('cancel-sitting', { reason: 'Snow' }).world],
  ['agendaItem waiting', () => heard().sitting.world],
  ['agendaItem open', () => heard().sitting.inSession().hearing(lastCase).world],
  ['agendaItem decided', () => heard().sitting.inSession().deciding(lastCase).world],
  ['agendaItem returned', () => heard().sitting.inSession().ended().world],
  ['user active', () => aWorld()],
  [
    'user ended',
    () => {
      const world = aWorld();
      world.give('users/end-access', { reason: 'Left' }, world.people.admin, {
        record: world.people.nurse.userId,
      });
      return world;
    },
  ],
  ['agency onBooks', () => aWorld()],
  ['disposal proposed', () => disposing()],
  ['disposal approved', () => disposing('approve-disposal')],
  ['disposal refused', () => disposing('refuse-disposal')],
  ['disposal withdrawn', () => disposing('withdraw-disposal')],
  ['disposal carriedOut', () => disposing('approve-disposal', 'carry-out')],
  ['instrumentChange proposed', () => changing()],
  ['instrumentChange decided', () => changing('approve-change')],
  ['instrumentChange refused', () => changing('refuse-change')],
  ['instrumentChange withdrawn', () => changing('withdraw-change')],
  ['legalHold inForce', () => holding()],
  ['legalHold lifted', () => holding(true)],
  ['export requested', () => exported()],
  ['export approved', () => exported('approve-export')],
  ['export refused', () => exported('refuse-export')],
  ['export withdrawn', () => exported('withdraw-export')],
  ['export begun', () => exported('approve-export', 'begin-download')],
  ['accessRequest received', () => requested()],
  ['accessRequest inProgress', () => requested('confirm-identity')],
  ['accessRequest decided', () => requested(...gathered, 'approve-response')],
  ['accessRequest issued', () => requested(...gathered, 'approve-response', 'issue-response')],
  ['accessRequest refused', () => requested('refuse-request')],
  ['accessRequest withdrawn', () => requested('confirm-identity', 'gather-bundle', 'withdraw-request')],
  [
    'accessConsultation asked',
    () => requested('confirm-identity', 'gather-bundle', 'access-consultations/ask-agency'),
  ],
  ['accessConsultation answered', consulted],
  ['dutyRota kept', rota],
  ['breakGlass awaitingReview', () => broken().world],
  ['breakGlass nothingOpened', () => broken('MASE-0').world],
  ['breakGlass reviewed', looked],
];

/** The id of the one case that `heard` leads to the panel: the same in every run. */
const lastCase = heard().one.id;

describe('what was decided once', () => {
  it('is decided again, command by command, from books and commands that went through JSON', () => {
    const first = aBusyWorld();
    const second = anEmptyWorld();
    expect(first.commands.length).toBeGreaterThan(80);
    for (const command of first.commands) {
      for (const [id, record] of second.records) second.records.set(id, JSON.parse(JSON.stringify(record)));
      second.submit(JSON.parse(JSON.stringify(command)));
    }
    expect([...second.records]).toEqual([...first.records]);
    expect(second.history).toEqual(first.history);
  });

  it.each(paths)('is decided again on the way to %s', (name, build) => {
    const first = build();
    const second = anEmptyWorld();
    for (const command of first.commands) second.submit(JSON.parse(JSON.stringify(command)));
    const reached = [...second.records.values()].flatMap(({ kind, state }) =>
      (typeof state === 'string' ? [state] : Object.values(state)).map((one) => `${kind} ${one}`),
    );
    expect(reached).toContain(name);
    expect([...second.records]).toEqual([...first.records]);
  });

  it('has a way to every state of every chart', () => {
    const told = paths.map(([name]) => name);
    const drawn = topics.flatMap((topic) =>
      chartRows(topic).flatMap((row) => [`${topic.kind} ${row.state}`, `${topic.kind} ${row.target}`]),
    );
    const states = new Set(drawn.filter((name) => !name.endsWith(' unrecorded')));
    expect([...states].filter((name) => !told.includes(name))).toEqual([]);
  });

  it('is decided alike a second time, on frozen books: nothing is kept, and nothing given is changed', () => {
    let checked = 0;
    const world = aBusyWorld();
    for (const { name, kind } of topics)
      for (const record of world.all(kind).slice(0, 4))
        for (const verb of Object.keys(topicAndVerbs(name))) {
          const command = commandOn(world, `${name}/${verb}`, record);
          if (!command) continue;
          const input = frozen(world.inputFor(command));
          const one = JSON.stringify(decide(input, frozen(command)));
          expect(JSON.stringify(decide(input, command))).toBe(one);
          checked += 1;
        }
    expect(checked).toBeGreaterThan(100);
  });
});

const topicAndVerbs = (name: string) => topics.find((topic) => topic.name === name)?.commands ?? {};

function commandOn(
  world: ReturnType<typeof aBusyWorld>,
  name: string,
  record: StoredRecord,
  choice?: string,
) {
  const payload = validPayload(name, { world, record, choice });
  return world.command(name, payload, world.people.manager, { record: record.id });
}

describe('what a page shows as allowed', () => {
  it('is what is accepted, for every record, person, command and choice of a busy partnership', {
    timeout: 120_000,
  }, () => {
    const world = aBusyWorld();
    let available = 0;
    for (const record of [...world.records.values()].filter(
      (one) => one.kind !== 'user' && one.kind !== 'agency',
    ))
      for (const actor of Object.values(world.people)) {
        const topic = topicOf(record.kind);
        for (const [verb, definition] of Object.entries(topic.commands)) {
          if (definition.creates) continue;
          for (const choice of definition.choices ?? [undefined]) {
            const name = `${topic.name}/${verb}`;
            const payload = validPayload(name, { world, record, choice });
            const command = world.command(name, payload, actor, { record: record.id });
            const { records, facts, profile } = world.inputFor(command);
            const about = { locked: records, facts, profile, actor, at: command.at };
            const alone = { ...topic, commands: { [verb]: definition } };
            const shown = allowedNow(alone, record, about).find(
              (one) => one.command === name && one.choice === choice,
            );
            const decision = decide({ records, facts, profile }, command);
            expect(shown?.available ?? false, `${name} ${choice ?? ''} by ${actor.name}`).toBe(
              standsNot(decision, command),
            );
            available += shown?.available ? 1 : 0;
          }
        }
      }
    expect(available).toBeGreaterThan(500);
  });

  it('is said in a refusal as well: every refusal lists only what this person may give here', () => {
    const world = aBusyWorld();
    const record = world.all('childCase')[0] as StoredRecord;
    const { decision } = world.ask('child-cases/relist', { reason: 'Too soon' }, world.people.triage, {
      record: record.id,
    });
    const { refusal } = decision as Extract<Decision, { refusal: object }>;
    expect(refusal.reason).toBe('refused');
    for (const one of refusal.allowed) {
      const { topic, verb } = topicAndVerb(one.command);
      expect(permissionMissing(topic, verb, world.people.triage, record)).toEqual([]);
    }
  });
});

/** Whether nothing of the record itself stands in the way; faults of the payload are another matter. */
function standsNot(decision: Decision, command: Command): boolean {
  if ('changes' in decision || decision.refusal.reason === 'faulty') return true;
  // A triage decision may also be refused by the other case that it names.
  return (
    decision.refusal.missing.some((one) => ['relistMonths', 'merged'].includes(one.code)) &&
    command.name.endsWith('decide-triage')
  );
}

describe('a run of random commands', () => {
  it('says with which seed and command a promise was broken, so that it can be run again', () => {
    const report = runRandomCommands({ seed: 99, count: 50 });
    expect(report).toMatchObject({ seed: 99, given: 50, broken: [] });
  });
});
