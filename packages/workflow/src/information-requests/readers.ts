import { holdersRead, relationsOnCase } from '../child-cases/on-case.js';
import { worker } from '../child-cases/principals.js';
import { graceUntil } from '../grace.js';
import type { Actor, QueueLine, Reader, StoredRecord } from '../model.js';
import { holdsFor } from '../posts.js';
import type { Role } from '../roles.js';
import type { InformationRequestStanding } from './standing.js';

type Request = StoredRecord<InformationRequestStanding>;

/**
 * Who answers for an agency where nobody is asked by name: its managers, whoever speaks for it at the panel, and the
 * desk of the police. Nobody else there learns whose child is asked about.
 */
export const answeringRoles: readonly Role[] = ['manager', 'senior', 'member', 'police-desk'];

/** Who is asked: the person named and the managers of the agency; without a name whoever answers for the agency. */
function askedPrincipals({ agencyId, contactId }: InformationRequestStanding): string[] {
  const roles = contactId ? (['manager'] as const) : answeringRoles;
  return [...(contactId ? [`user:${contactId}`] : []), ...roles.map((role) => `agency:${agencyId}:${role}`)];
}

/** The relations to a request: those of the case's holders, and `asked` for whoever answers it. */
export function relations(actor: Actor, record: Request, locked: readonly StoredRecord[]): string[] {
  const { agencyId, contactId } = record.standing;
  const roles: readonly Role[] = contactId ? ['manager'] : answeringRoles;
  const own = actor.agencyId === agencyId && actor.roles.some((role) => roles.includes(role));
  const isAsked = record.version > 0 && (holdsFor(actor, contactId) || own);
  return [...relationsOnCase(actor, record, locked), ...(isAsked ? ['asked'] : [])];
}

const until = ({ answered, withdrawnAt }: InformationRequestStanding): string | null => {
  const ended = answered?.at ?? withdrawnAt;
  return ended ? graceUntil(ended) : null;
};

/**
 * Those who hold the case and those who oversee read the request with its history; whoever is asked reads the request
 * and never the case, until 28 days after the answer.
 */
export function readers({ standing }: Request): Reader[] {
  const holders = holdersRead(standing, 'safety', 'case');
  const known = new Set(holders.map(({ principal }) => principal));
  const asked = askedPrincipals(standing).filter((one) => !known.has(one));
  return [
    ...holders,
    ...asked.map((principal): Reader => ({ principal, class: 'safety', until: until(standing) })),
  ];
}

/** A request on a restricted case is made to one person by name: he or she was told of the child by it. */
export function closedReaders({ standing }: Request): Reader[] {
  const { contactId } = standing;
  return contactId ? [{ principal: `user:${contactId}`, class: 'safety', until: until(standing) }] : [];
}

/** What is asked stands in the lists of all who may answer; once the agency was chased, in the worker's too. */
export function queue({ state, standing }: Request): QueueLine[] {
  if (state !== 'asked') return [];
  const clock = standing.clocks.find(({ rule }) => rule === 'information-answer');
  if (!clock) return [];
  const chased = standing.chased
    ? [{ principal: worker(standing), due: standing.chased.at, step: 'chase-answer' }]
    : [];
  const asked = standing.access?.closed ? [clock.who] : askedPrincipals(standing);
  return [...asked.map((principal) => ({ principal, due: clock.due, step: clock.rule })), ...chased];
}
