import { describe, expect, it } from 'vitest';
import type { Actor, StoredRecord } from './model.js';
import { permissionMissing } from './permission.js';
import { fixedClockIds, gradedClockIds } from './profile/clock-rule.js';
import { type Role, roles } from './roles.js';
import { auditRights } from './testing/audit-payloads.js';
import { childRights } from './testing/child-expected.js';
import { figureRights, intelligenceRights, linkRights } from './testing/intelligence-expected.js';
import { measureRights } from './testing/measure-expected.js';
import { dueClock } from './testing/people.js';
import { registerRights } from './testing/register-payloads.js';
import { relations } from './testing/relations.js';
import { sittingRights } from './testing/sitting-expected.js';
import { strandRights } from './testing/strand-expected.js';
import type { PolicyRow, Topic } from './topic.js';
import { topicNamed, topics } from './topics.js';

const everyRole = roles.filter((role) => role !== 'administrator').join(' ');
const writers = everyRole.replace(/\b(auditor|observer|information-governance) ?/g, '').trim();
const holding = 'holdingTeam: manager senior';
const lead = 'lead: worker manager';
const cleared = 'intelligence-officer intelligence-supervisor';
const duty = 'duty-manager out-of-hours';
const triage = 'triage-social-worker triage-officer';

const rotaKeepers = 'manager duty-manager senior coordinator';
const partHolders = [`named: ${everyRole}`, 'holdingTeam: manager', 'openPart: senior'];
const openers = everyRole
  .replace(/\b(referrer|observer|auditor|information-governance|caldicott-guardian) ?/g, '')
  .trim();

/** Who may give each command: the clock that gives it when due, or roles that may of themselves, then relation by relation the roles that need it. */
const expected: Record<string, string[]> = {
  ...strandRights(writers),
  ...auditRights(everyRole),
  ...registerRights(everyRole),
  'child-cases/record-referral': [everyRole],
  'child-cases/raise-immediate-danger': [writers],
  'child-cases/acknowledge-danger': [`${duty} police-desk`],
  'child-cases/repeat-danger': ['clock: danger-acknowledgement'],
  'child-cases/record-safety-action': [`${triage} ${duty}`, lead, holding],
  'child-cases/record-check': [triage],
  'child-cases/decide-triage': ['triage-social-worker'],
  'child-cases/record-strategy-discussion': [`${duty} senior`, holding, 'untaken: manager'],
  'child-cases/record-section-47-outcome': ['senior', holding, 'untaken: manager'],
  'child-cases/record-conference': ['senior', holding, 'untaken: manager'],
  'child-cases/record-contact': [lead, holding, 'partner: worker advocate member interviewer'],
  'child-cases/record-feedback': [lead, holding],
  'child-cases/suspend': ['senior', holding],
  'child-cases/check-suspension': [lead, 'holdingTeam: worker manager senior'],
  'child-cases/resume': [`worker manager senior ${duty}`],
  'child-cases/allocate-worker': ['senior', holding],
  'child-cases/extend-clock': ['senior', holding],
  'child-cases/record-view': [
    triage,
    lead,
    holding,
    'partner: worker advocate member interviewer',
    'policeAsked: police-desk',
  ],
  'child-cases/record-screening': [
    triage,
    lead,
    holding,
    'partner: worker member interviewer licensing-officer',
    `referrer: ${writers}`,
  ],
  'child-cases/record-finding': [triage, lead, holding],
  'child-cases/assess-risk': [lead],
  'child-cases/ask-blind-assessment': ['senior', holding],
  'child-cases/assess-blind': ['blindAssessor: worker member interviewer licensing-officer manager'],
  'child-cases/confirm-grade': ['senior', holding],
  'child-cases/rate-outcomes': [lead, holding],
  'child-cases/agree-plan': [holding],
  'child-cases/share-plan': [lead, holding],
  'child-cases/write-plain-plan': [lead, holding],
  'child-cases/take-chairs-action': ['chair deputy-chair'],
  'child-cases/list-for-panel': ['coordinator chair deputy-chair', lead, holding],
  'child-cases/withdraw-listing': ['chair deputy-chair coordinator'],
  'child-cases/defer-listing': ['chair deputy-chair coordinator'],
  'child-cases/propose-closure': [lead, holding],
  'child-cases/approve-closure': ['senior', holding],
  'child-cases/refuse-closure': ['senior', holding],
  'child-cases/transfer-out': [holding],
  'child-cases/accept-transfer': ['senior', holding, 'receiver: receiving-area-worker'],
  'child-cases/refuse-transfer': ['senior', holding, 'receiver: receiving-area-worker'],
  'child-cases/escalate-transfer': ['clock: transfer-answer'],
  'child-cases/record-placement-area': [triage, lead, holding],
  'child-cases/record-area-exchange': [triage, lead, holding],
  'child-cases/record-single-assessment': [lead, holding],
  'child-cases/record-adult-pathway': [lead, holding],
  'child-cases/mark-adult': ['clock: eighteenth-birthday'],
  'child-cases/continue-as-adult': [holding],
  'child-cases/acknowledge-other-area': [`${triage} coordinator`],
  'child-cases/record-next-check': ['coordinator', lead, holding],
  'child-cases/relist': ['triage-social-worker'],
  'child-cases/correct-record': [writers],
  'child-cases/withdraw-entry': [writers, 'information-governance'],
  'child-cases/record-breach-decision': ['information-governance'],
  'child-cases/restrict': ['senior caldicott-guardian', holding, 'untaken: manager'],
  'child-cases/lift-restriction': ['senior caldicott-guardian', holding, 'untaken: manager'],
  'child-cases/set-contact-caution': [`${duty} senior`, holding, 'untaken: manager'],
  'child-cases/release-contact-caution': ['senior', holding, 'untaken: manager'],
  'child-cases/declare-connection': [writers],
  'child-cases/await-next-check': ['system: itself'],
  'child-cases/mark-for-chair': ['system: itself'],
  'child-cases/withdraw-connection': ['senior chair deputy-chair caldicott-guardian', holding],
  'plan-actions/add-action': ['coordinator chair deputy-chair', lead, holding, `untaken: ${triage} manager`],
  'plan-actions/change-action': [
    `seesToApart: ${everyRole}`,
    'coordinator chair deputy-chair',
    `owner: ${everyRole}`,
    'managesOwner: manager senior member',
    lead,
    holding,
    `untaken: ${triage} manager`,
  ],
  'plan-actions/escalate-action': [
    'clock: action-acceptance action-due actions-out escalation-answer',
    'coordinator chair deputy-chair',
    lead,
    holding,
  ],
  'plan-actions/answer-escalation': [
    `seesToApart: ${everyRole}`,
    'coordinator chair deputy-chair',
    `owner: ${everyRole}`,
    'managesOwner: manager senior member',
    lead,
    holding,
  ],
  'plan-copies/open-copy': [`recipient: ${everyRole}`],
  'plan-copies/record-receipt': [lead, holding],
  'plan-actions/accept-action': [`owner: ${everyRole}`],
  'plan-actions/decline-action': [`owner: ${everyRole}`],
  'plan-actions/end-action': [
    `seesToApart: ${everyRole}`,
    `owner: ${everyRole}`,
    lead,
    holding,
    `untaken: ${triage} manager`,
    'givenApart: coordinator chair deputy-chair',
  ],
  'information-requests/request-information': [triage, lead, holding, 'untaken: manager'],
  'information-requests/answer-information': [
    `asked: ${everyRole}`,
    lead,
    holding,
    `untaken: ${triage} manager`,
  ],
  'information-requests/chase-answer': [
    lead,
    holding,
    `untaken: ${triage} manager`,
    'clock: information-answer',
  ],
  ...Object.fromEntries(
    ['withdraw-request', 'feed-back'].map((verb) => [
      `information-requests/${verb}`,
      [lead, holding, `untaken: ${triage} manager`],
    ]),
  ),
  'challenges/raise-challenge': [writers],
  'challenges/answer-challenge': [`answerer: ${everyRole}`],
  'challenges/escalate-challenge': [`raiser: ${everyRole}`, 'clock: challenge-answer'],
  'challenges/resolve-challenge': [`raiser: ${everyRole}`, 'chair deputy-chair'],
  'challenges/withdraw-challenge': [`raiser: ${everyRole}`],
  ...Object.fromEntries(
    ['record-notice', 'decide-notice', 'send-notice', 'answer-notice'].map((verb) => [
      `notices/${verb}`,
      ['senior', lead, holding, `untaken: ${triage} manager`],
    ]),
  ),
  ...Object.fromEntries(
    ['refer', 'accept', 'decline', 'start', 'end'].map((verb) => [
      `service-episodes/${verb}-service`,
      [lead, holding, `untaken: ${triage} manager`],
    ]),
  ),
  'service-episodes/carry-service': [
    'holdingTeam: worker manager senior',
    `untaken: ${triage} manager`,
    'coordinator',
  ],
  ...childRights(triage, duty),
  ...sittingRights,
  'users/add-user': ['administrator'],
  'users/change-role': ['administrator'],
  'users/end-access': ['administrator'],
  ...Object.fromEntries(
    ['record-absence', 'end-absence', 'delegate', 'end-delegation'].map((verb) => [
      `users/${verb}`,
      ['administrator', `self: ${everyRole}`, 'manager: manager'],
    ]),
  ),
  'agencies/add-agency': ['administrator'],
  'disposals/propose-disposal': ['information-governance'],
  'disposals/approve-disposal': ['information-governance caldicott-guardian'],
  'disposals/refuse-disposal': ['information-governance caldicott-guardian'],
  'disposals/withdraw-disposal': ['information-governance caldicott-guardian'],
  'disposals/carry-out': ['information-governance caldicott-guardian'],
  'instrument-changes/propose-change': ['administrator'],
  'instrument-changes/approve-change': ['senior caldicott-guardian chair'],
  'instrument-changes/refuse-change': ['senior caldicott-guardian chair'],
  'instrument-changes/withdraw-change': ['proposer: administrator'],
  'profile-changes/propose-change': ['administrator'],
  'profile-changes/approve-change': ['senior caldicott-guardian chair'],
  'profile-changes/refuse-change': ['senior caldicott-guardian chair'],
  'profile-changes/withdraw-change': ['proposer: administrator'],
  'legal-holds/place-hold': ['information-governance caldicott-guardian'],
  'legal-holds/review-hold': ['information-governance caldicott-guardian'],
  'legal-holds/lift-hold': ['information-governance caldicott-guardian'],
  ...measureRights,
  ...Object.fromEntries(
    ['record-request', 'confirm-identity', 'ask-requester', 'record-answer', 'withdraw-request'].map(
      (verb) => [`access-requests/${verb}`, ['request: information-governance']],
    ),
  ),
  ...Object.fromEntries(
    ['extend-time', 'gather-bundle', 'decide-items', 'issue-response'].map((verb) => [
      `access-requests/${verb}`,
      ['request: information-governance', ...partHolders],
    ]),
  ),
  ...Object.fromEntries(
    ['approve-response', 'return-response'].map((verb) => [
      `access-requests/${verb}`,
      ['request: information-governance caldicott-guardian', ...partHolders],
    ]),
  ),
  'access-requests/refuse-request': ['request: information-governance caldicott-guardian'],
  'exports/request-export': [`information-governance auditor ${cleared}`],
  'exports/approve-export': ['information-governance caldicott-guardian intelligence-supervisor'],
  'exports/refuse-export': ['information-governance caldicott-guardian intelligence-supervisor'],
  'exports/withdraw-export': [`requester: information-governance auditor ${cleared}`],
  'exports/begin-download': [`requester: information-governance auditor ${cleared}`],
  'access-consultations/ask-agency': ['information-governance'],
  'access-consultations/answer-consultation': [`contact: ${everyRole}`],
  ...intelligenceRights(everyRole, cleared),
  ...linkRights(everyRole, cleared),
  'identifier-matches/propose-match': ['system: itself'],
  'identifier-matches/withdraw-match': ['system: itself'],
  'identifier-matches/weigh-match': ['system: itself'],
  'match-lists/record-match': ['system: itself'],
  ...figureRights(everyRole, cleared),
  'identifier-matches/decide-match': [`owner: ${everyRole}`],
  'duty-rotas/open-rota': [rotaKeepers],
  'duty-rotas/enter-week': [rotaKeepers],
  'duty-rotas/swap-shift': [rotaKeepers, `onRota: worker out-of-hours ${triage}`],
  'break-glass/open-record': [openers],
  'break-glass/close-record': [`asker: ${openers}`, 'caldicott-guardian information-governance'],
  'break-glass/decide-review': ['caldicott-guardian information-governance'],
};

function actorAs(role: Role): Actor {
  return { kind: 'user', userId: 'u', name: 'Somebody', agencyId: 'a', teamId: null, roles: [role] };
}

const clockRules = [...fixedClockIds, ...gradedClockIds];

/** Every (role, relation), every due clock and the system itself to whom a command is open, as the policy of a topic says. */
function openTo(topic: Topic, verb: string, policy: readonly PolicyRow[]): Set<string> {
  const open = new Set<string>();
  for (const relation of relations)
    for (const role of roles) {
      const related = { ...topic, policy, relations: () => (relation ? [relation] : []) };
      const record = { state: '', standing: topic.blank } as unknown as StoredRecord;
      if (permissionMissing(related, verb, actorAs(role), record).length === 0)
        open.add(`${relation}:${role}`);
    }
  for (const rule of clockRules) {
    const clock = { id: 'c', rule };
    const standing = { ...topic.blank, clocks: [{ ...clock, start: '', due: '', who: '' }] };
    const record = { state: '', standing } as unknown as StoredRecord;
    const actor = { ...dueClock, clock };
    if (permissionMissing({ ...topic, policy }, verb, actor, record).length === 0) open.add(`clock:${rule}`);
  }
  const nobody = { state: '', standing: topic.blank } as unknown as StoredRecord;
  if (permissionMissing({ ...topic, policy }, verb, dueClock, nobody).length === 0) open.add('system:itself');
  return open;
}

/** The same as the examples say. */
function toldOf(command: string): Set<string> {
  const told = new Set<string>();
  for (const line of expected[command] ?? []) {
    const [first = '', second] = line.split(': ');
    const listed = (second ?? first).split(' ');
    const under = second === undefined ? relations : [first];
    for (const relation of under) for (const role of listed) told.add(`${relation}:${role}`);
  }
  return told;
}

const commands = topics.flatMap((topic) =>
  Object.keys(topic.commands).map((verb) => [topic.name, verb] as const),
);

describe('the policy', () => {
  it.each(commands)(
    '%s/%s is open to the roles and relations of the examples, and to nobody else',
    (name, verb) => {
      const topic = topicNamed(name);
      expect([...openTo(topic, verb, topic.policy)].sort()).toEqual([...toldOf(`${name}/${verb}`)].sort());
    },
  );

  it('has examples of every command and of no other', () => {
    expect(Object.keys(expected).sort()).toEqual(commands.map(([name, verb]) => `${name}/${verb}`).sort());
  });

  const rows = topics.flatMap((topic) =>
    topic.policy.map((row) => [`${topic.name}/${row.command}: ${row.words}`, topic, row] as const),
  );

  it.each(rows)('an example fails where the line is missing: %s', (_, topic, row) => {
    const without = topic.policy.filter((one) => one !== row);
    const open = openTo(topic, row.command, without);
    expect([...open].sort()).not.toEqual([...toldOf(`${topic.name}/${row.command}`)].sort());
  });

  const forPeople = rows.filter(([, , row]) => row.clock === undefined && !row.system);

  it.each(forPeople)('an example fails where the line names one role less: %s', (_, topic, row) => {
    const thinner = topic.policy.map((one) => (one === row ? { ...one, roles: one.roles.slice(1) } : one));
    const open = openTo(topic, row.command, thinner);
    expect([...open].sort()).not.toEqual([...toldOf(`${topic.name}/${row.command}`)].sort());
  });

  /** A role that a line does not give the command to, with the relation that it asks for; none where all may. */
  const outside = (name: string, row: PolicyRow) => {
    const told = toldOf(`${name}/${row.command}`);
    return roles.find((role) => !row.roles.includes(role) && !told.has(`${row.relation ?? ''}:${role}`));
  };
  const widenable = rows.filter(([, topic, row]) => outside(topic.name, row) !== undefined);

  it.each(widenable)('an example fails where the line names one role more: %s', (_, topic, row) => {
    const more = outside(topic.name, row) as Role;
    const wider = topic.policy.map((one) => (one === row ? { ...one, roles: [...one.roles, more] } : one));
    const open = openTo(topic, row.command, wider);
    expect([...open].sort()).not.toEqual([...toldOf(`${topic.name}/${row.command}`)].sort());
  });

  const related = rows.filter(([, , row]) => row.relation !== undefined);

  it.each(related)('an example fails where the line asks for no relation: %s', (_, topic, row) => {
    const wider = topic.policy.map((one) => {
      const { relation: _relation, ...rest } = one;
      return one === row ? rest : one;
    });
    const open = openTo(topic, row.command, wider);
    expect([...open].sort()).not.toEqual([...toldOf(`${topic.name}/${row.command}`)].sort());
  });

  it('the administrator gives no command on a case, a sitting or an action', () => {
    const own = ['users', 'agencies', 'instrument-changes', 'profile-changes'];
    const cases = topics.filter((topic) => !own.includes(topic.name));
    expect(
      cases.flatMap((topic) => topic.policy).filter((row) => row.roles.includes('administrator')),
    ).toEqual([]);
  });

  it('a refusal names who may give the command', () => {
    const topic = topicNamed('child-cases');
    const record = { state: '', standing: topic.blank } as unknown as StoredRecord;
    expect(permissionMissing(topic, 'confirm-grade', actorAs('worker'), record)).toEqual([
      {
        code: 'notPermitted',
        words: 'Your role does not give this command here.',
        who: 'a manager of the team holding the case, or a senior manager',
      },
    ]);
  });
});
