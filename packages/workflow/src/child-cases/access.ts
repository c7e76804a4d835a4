import type { Actor, Reader, StoredRecord } from '../model.js';
import { graceUntil } from './record-plan.js';
import { regionsOf } from './rules.js';
import type { ChildCaseStanding } from './standing.js';

type Case = StoredRecord<ChildCaseStanding>;

/** The relations that a person has to a child's case; the policy names them. */
export function relationsToCase(actor: Actor, record: Case): string[] {
  const { standing } = record;
  const relations: string[] = [];
  if (standing.team === null) relations.push('untaken', 'author');
  if (standing.team !== null && actor.teamId === standing.team) relations.push('holdingTeam');
  if (actor.userId !== null && actor.userId === standing.workerId) relations.push('lead');
  if (actor.userId !== null && standing.partners[actor.userId]) relations.push('partner');
  if (actor.userId !== null && actor.userId === standing.referrerId) relations.push('referrer');
  return relations;
}

/** What those read who read the whole case; the disruption part is named apart. */
const whole = ['receipt', 'safety', 'sheet', 'case'] as const;

const always = (principal: string, ...classes: Reader['class'][]): Reader[] =>
  classes.map((one) => ({ principal, class: one, until: null }));

/**
 * Who may read a child's case, class by class, and until when. A referrer reads receipt and outcome; a partner the
 * safety part; the holding team the case; triage until it has decided and 28 days on; those who oversee always.
 */
export function readersOfCase(record: Case): Reader[] {
  const { standing } = record;
  const readers = [
    ...always('role:auditor', ...whole, 'disruption'),
    ...always('role:information-governance', ...whole),
    ...always('role:caldicott-guardian', ...whole),
    ...always('role:senior', ...whole, 'disruption'),
    ...always('role:coordinator', ...whole),
  ];
  if (standing.referrerId) readers.push(...always(`user:${standing.referrerId}`, 'receipt'));
  readers.push(...triageReaders(standing), ...dangerReaders(standing));
  if (standing.team)
    for (const role of ['manager', 'worker'])
      readers.push(...always(`team:${standing.team}:${role}`, ...whole, 'disruption'));
  if (standing.workerId) readers.push(...always(`user:${standing.workerId}`, ...whole, 'disruption'));
  for (const [userId, partner] of Object.entries(standing.partners))
    readers.push({ principal: `user:${userId}`, class: 'safety', until: partner.until });
  if (regionsOf(record).panel === 'notListed') return readers;
  for (const role of ['chair', 'deputy-chair'])
    readers.push(...always(`role:${role}`, 'safety', 'sheet', 'case'));
  for (const role of ['member', 'substitute']) readers.push(...always(`role:${role}`, 'safety', 'sheet'));
  return readers;
}

function triageReaders(standing: ChildCaseStanding): Reader[] {
  const decided = standing.closed?.at ?? (standing.workerId ? (standing.triage?.at ?? null) : null);
  const until = decided === null ? null : graceUntil(decided);
  return ['triage-social-worker', 'triage-officer'].flatMap((role) =>
    whole.map((one) => ({ principal: `role:${role}`, class: one, until })),
  );
}

function dangerReaders(standing: ChildCaseStanding): Reader[] {
  if (!standing.danger) return [];
  const until = standing.danger.acknowledgedBy ? graceUntil(standing.danger.raisedAt) : null;
  return ['duty-manager', 'out-of-hours', 'police-desk'].flatMap((role) =>
    (['safety', 'sheet', 'case'] as const).map((one) => ({ principal: `role:${role}`, class: one, until })),
  );
}
