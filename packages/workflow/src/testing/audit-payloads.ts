import { auditActionEndings } from '../audit-actions/standing.js';
import { auditGrades, type CaseAuditStanding, practiceThemes } from '../case-audits/standing.js';
import { sampleBases } from '../dip-samples/standing.js';
import type { StoredRecord } from '../model.js';
import { aChildCase } from './a-child-case.js';
import { inDays } from './in-days.js';
import type { Partnership } from './people.js';
import type { Maker } from './valid-payload.js';

const dayIn = (world: Partnership, days: number) => inDays(world, days).slice(0, 10);

/** What a made-up auditor found in a made-up case. */
export function anAuditReturn(over: object = {}): object {
  const evidence = 'Read in the assessment of March (made up)';
  return {
    ...{ referral: 'good', referralEvidence: evidence, assessment: 'good', assessmentEvidence: evidence },
    ...{ plan: 'requires-improvement', planEvidence: 'Two actions have no date (made up)' },
    ...{ outcomes: 'good', outcomesEvidence: evidence },
    ...{ overall: 'requires-improvement', reasons: 'The plan drifts (made up)' },
    themes: ['plan-and-review'],
    ...over,
  };
}

/** A made-up commission: a nurse audits the case within three weeks. */
export function anAudit(world: Partnership, caseId: string, over: object = {}): object {
  const auditorId = world.people.nurse.userId;
  return { caseId, auditorId, due: dayIn(world, 21), reason: 'Quarterly audit (made up)', ...over };
}

/** A made-up action that answers a finding. */
export function anAuditAction(world: Partnership, audit: StoredRecord, over: object = {}): object {
  return {
    auditId: audit.id,
    caseId: (audit.standing as CaseAuditStanding).caseId,
    part: 'plan',
    what: 'Give every action of the plan a date (made up)',
    proofWanted: 'The plan with its dates (made up)',
    ownerId: world.people.worker.userId,
    due: dayIn(world, 28),
    ...over,
  };
}

/** An audit of a case with a worker, led so far by the auditor and the quality lead. */
export function auditing(...verbs: string[]) {
  const one = aChildCase().withWorker();
  const { world } = one;
  const { nurse, auditor } = world.people;
  const id = world.give('case-audits/commission-audit', anAudit(world, one.id), auditor).id;
  for (const verb of verbs)
    world.give(
      `case-audits/${verb}`,
      auditBodies[verb]?.(world) ?? {},
      verb === 'return-audit' ? nurse : auditor,
      { record: id },
    );
  return { one, world, id };
}

const auditBodies: Record<string, (world: Partnership) => object> = {
  'return-audit': () => anAuditReturn(),
  'moderate-audit': () => ({ outcome: 'agreed', reasons: 'Seen (made up)' }),
  'chase-audit': (world) => ({ words: 'Please (made up)', due: dayIn(world, 28) }),
  'withdraw-audit': () => ({ reason: 'Audited elsewhere (made up)' }),
};

const actionBodies: Record<string, object> = {
  'give-proof': { proof: 'The plan has dates now (made up)' },
  'answer-proof': { answer: 'accepted', words: 'Seen (made up)' },
  'end-action': { how: 'no-longer-possible', reason: 'The child moved away (made up)' },
};

/** An action of the worker from a returned audit, led so far. */
export function auditActing(...verbs: string[]) {
  const { world, one, id: audit } = auditing('return-audit');
  const { auditor, worker } = world.people;
  const id = world.give('audit-actions/add-action', anAuditAction(world, world.getRecord(audit)), auditor).id;
  for (const verb of verbs)
    world.give(`audit-actions/${verb}`, actionBodies[verb] ?? {}, verb === 'give-proof' ? worker : auditor, {
      record: id,
    });
  return { world, one, audit, id };
}

/** An audit that came back, any other where there is none. */
function returnedAudit(world: Partnership): StoredRecord | undefined {
  const audits = world.all('caseAudit');
  return audits.find(({ state }) => state === 'awaitingModeration' || state === 'moderated') ?? audits[0];
}

const aDigest = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** A made-up sample that drew these cases, as the api finds it out. */
export function aSample(world: Partnership, caseIds: readonly string[], over: object = {}): object {
  return {
    ...{ title: 'Quarterly sample (made up)', purpose: 'Quarterly audit (made up)' },
    ...{ basis: 'received', from: dayIn(world, -90), to: dayIn(world, 0), size: 5, seed: 20_261_126 },
    ...{ sealed: null, population: { size: caseIds.length, digest: aDigest }, caseIds: caseIds.slice(0, 5) },
    ...over,
  };
}

/** A sample that drew one case, led so far. */
export function sampling(...verbs: string[]) {
  const one = aChildCase().withWorker();
  const { world } = one;
  const { auditor } = world.people;
  const id = world.give('dip-samples/draw-sample', aSample(world, [one.id]), auditor).id;
  for (const verb of verbs)
    world.give(`dip-samples/${verb}`, sampleBodies[verb] ?? {}, auditor, { record: id });
  return { one, world, id };
}

const sampleBodies: Record<string, object> = {
  'conclude-sample': { conclusions: 'Plans drift after the second review (made up)' },
  'withdraw-sample': { reason: 'Drawn by mistake (made up)' },
};

/** The payloads of audits and of what came of them. */
export const auditPayloads: Record<string, Maker> = {
  'case-audits/commission-audit': ({ world, chance }) => anAudit(world, chance.of(world.all('childCase')).id),
  'case-audits/chase-audit': ({ world }) => ({ words: 'Please (made up)', due: dayIn(world, 60) }),
  'case-audits/withdraw-audit': () => ({ reason: 'Audited elsewhere (made up)' }),
  'case-audits/return-audit': ({ chance }) =>
    anAuditReturn({ overall: chance.of(auditGrades), themes: [chance.of(practiceThemes)] }),
  'case-audits/moderate-audit': ({ world, choice = 'agreed' }) => ({
    outcome: choice,
    reasons: 'Seen (made up)',
    ...(choice === 'sent-back' ? { due: dayIn(world, 14) } : {}),
  }),
  'dip-samples/draw-sample': ({ world, chance }) =>
    aSample(
      world,
      world.all('childCase').map(({ id }) => id),
      { basis: chance.of(sampleBases) },
    ),
  'dip-samples/conclude-sample': () => sampleBodies['conclude-sample'] ?? {},
  'dip-samples/withdraw-sample': () => sampleBodies['withdraw-sample'] ?? {},
  'audit-actions/add-action': ({ world }) => {
    const audit = returnedAudit(world);
    return audit ? anAuditAction(world, audit) : { auditId: 'none', caseId: 'none' };
  },
  'audit-actions/give-proof': () => ({ proof: 'The plan has dates now (made up)' }),
  'audit-actions/answer-proof': ({ world, choice = 'accepted' }) => ({
    answer: choice,
    words: 'Looked at (made up)',
    ...(choice === 'sent-back' ? { due: dayIn(world, 14) } : {}),
  }),
  'audit-actions/hand-over': ({ world }) => ({
    ownerId: world.people.manager.userId,
    due: dayIn(world, 30),
    reason: 'It is the manager’s to do (made up)',
  }),
  'audit-actions/end-action': ({ chance }) => ({
    how: chance.of(auditActionEndings),
    reason: 'Made-up reasons',
  }),
};

/** Who may do what with audits and what came of them. */
export const auditRights = (everyRole: string): Record<string, string[]> => ({
  'case-audits/commission-audit': ['auditor senior'],
  'case-audits/chase-audit': ['auditor senior'],
  'case-audits/withdraw-audit': ['auditor senior'],
  'case-audits/return-audit': [`asked: ${everyRole}`],
  'case-audits/moderate-audit': ['auditor senior'],
  'dip-samples/draw-sample': ['auditor senior'],
  'dip-samples/conclude-sample': ['auditor senior'],
  'dip-samples/withdraw-sample': ['auditor senior'],
  'audit-actions/add-action': ['auditor senior'],
  'audit-actions/give-proof': [`owner: ${everyRole}`],
  'audit-actions/answer-proof': ['auditor senior'],
  'audit-actions/hand-over': ['auditor senior', `owner: ${everyRole}`],
  'audit-actions/end-action': ['auditor senior'],
});

const told = 'receive-holder>., receive-child>.';

/** What may be asked of audits and of their actions, state by state. */
export const auditCharts: Record<string, string[]> = {
  'case-audits': [
    'unrecorded: commission-audit>distributed',
    `distributed: ${told}, chase-audit>., return-audit>awaitingModeration, withdraw-audit>withdrawn`,
    `awaitingModeration: ${told}, moderate-audit>moderated/distributed`,
    `moderated: ${told}`,
    `withdrawn: ${told}`,
  ],
  'dip-samples': [
    'unrecorded: draw-sample>drawn',
    'drawn: conclude-sample>concluded, withdraw-sample>withdrawn',
  ],
  'audit-actions': [
    'unrecorded: add-action>toDo',
    `toDo: ${told}, give-proof>proofGiven, hand-over>., end-action>endedUnproven`,
    `proofGiven: ${told}, answer-proof>proven/toDo`,
    `proven: ${told}`,
    `endedUnproven: ${told}`,
  ],
};

/** How each state of audits and their actions is come to. */
export const auditWays: [string, () => Partnership][] = [
  ['caseAudit distributed', () => auditing().world],
  ['caseAudit awaitingModeration', () => auditing('return-audit').world],
  ['caseAudit moderated', () => auditing('return-audit', 'moderate-audit').world],
  ['caseAudit withdrawn', () => auditing('withdraw-audit').world],
  ['dipSample drawn', () => sampling().world],
  ['dipSample concluded', () => sampling('conclude-sample').world],
  ['dipSample withdrawn', () => sampling('withdraw-sample').world],
  ['auditAction toDo', () => auditActing().world],
  ['auditAction proofGiven', () => auditActing('give-proof').world],
  ['auditAction proven', () => auditActing('give-proof', 'answer-proof').world],
  ['auditAction endedUnproven', () => auditActing('end-action').world],
];
