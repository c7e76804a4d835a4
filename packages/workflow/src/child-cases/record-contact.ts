import { isEarlier } from '../clocks/is-earlier.js';
import type { Context, Fault } from '../model.js';
import type { Effect } from '../topic.js';
import type { ContactKind, RecordContactPayload } from './casework-payloads.js';
import { nextContact } from './contact-clock.js';
import { asked } from './intake-faults.js';
import { manager } from './principals.js';
import type { ChildCaseStanding } from './standing.js';

type Ctx<P extends object> = Context<ChildCaseStanding, P>;

/** Kinds by which somebody is met or spoken with; an attempt is counted apart and is no contact. */
const met: readonly ContactKind[] = ['visit', 'session', 'call', 'text'];

type Contact = Pick<RecordContactPayload, 'kind' | 'with'>;
const withChild = ({ with: whom = 'child' }: Contact): boolean => whom === 'child';

/** Whether the child was met or spoken with. */
export const isMet = (contact: Contact): boolean => withChild(contact) && met.includes(contact.kind);
/** Whether that was tried in vain. */
export const isAttempt = (contact: Contact): boolean => withChild(contact) && contact.kind === 'attempt';

/** Contact with the child and attempts at it, each counted apart; only the one answers the clock. */
function counted(context: Ctx<RecordContactPayload>): Effect[] {
  const { payload, record, happened } = context;
  const before = record.standing.contacts ?? { met: 0, attempts: 0, lastAt: null };
  const hasMet = isMet(payload);
  if (!hasMet && !isAttempt(payload)) return [];
  const isLatest = hasMet && (before.lastAt === null || isEarlier(before.lastAt, happened));
  const contacts = {
    met: before.met + (hasMet ? 1 : 0),
    attempts: before.attempts + (hasMet ? 0 : 1),
    lastAt: isLatest ? happened : before.lastAt,
  };
  return [{ do: 'set', patch: { contacts } }, ...(hasMet ? nextContact(context) : [])];
}

/** Supervision is the month’s management oversight; one told late does not put off what runs since. */
function oversight({ payload, record, happened }: Ctx<RecordContactPayload>): Effect[] {
  const { clocks, team } = record.standing;
  const running = clocks.find(({ rule }) => rule === 'oversight');
  if (payload.kind !== 'supervision' || (running && isEarlier(happened, running.start))) return [];
  return [
    { do: 'end', rule: 'oversight' },
    { do: 'start', rule: 'oversight', who: manager(team) },
  ];
}

/** The recorder of contact: with the child and with others, attempts, significant events and supervision. */
export const contactRecorders = {
  recordContact: (context: Ctx<RecordContactPayload>): Effect[] => [
    { do: 'write', kind: 'contact', class: 'case', body: { ...context.payload, by: context.actor.name } },
    ...counted(context),
    ...oversight(context),
  ],
};

/** Payload rules of contact: supervision is a manager’s; whether the child was alone is asked where the child was seen. */
export function contactFaults({ payload, actor }: Ctx<RecordContactPayload>): Fault[] {
  const seen = ['visit', 'session'].includes(payload.kind) && (payload.with ?? 'child') === 'child';
  return [
    ...(seen ? asked(payload.alone, 'alone', 'Say whether the child was seen alone.') : []),
    ...(payload.kind === 'supervision' && !actor.roles.some((role) => role === 'manager' || role === 'senior')
      ? [
          {
            pointer: '/kind',
            code: 'managersOwn',
            detail: 'Supervision is recorded by the manager who gave it.',
          },
        ]
      : []),
  ];
}
