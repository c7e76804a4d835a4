import { isEarlier } from '../clocks/is-earlier.js';
import type { Context, Fault } from '../model.js';
import type { Effect } from '../topic.js';
import type { ContactKind, RecordContactPayload } from './casework-payloads.js';
import { nextContact } from './contact-clock.js';
import { asked } from './intake-faults.js';
import { manager } from './principals.js';
import type { ChildCaseStanding } from './standing.js';

type Ctx<P extends object> = Context<ChildCaseStanding, P>;

/** Kinds by which somebody is met; and those that go one way until they are answered. */
const met: readonly ContactKind[] = ['visit', 'session'];
const answerable: readonly ContactKind[] = ['call', 'text'];

type Contact = Pick<RecordContactPayload, 'kind' | 'with' | 'answered'>;
const withChild = ({ with: whom = 'child' }: Contact): boolean => whom === 'child';

/** Whether the child was met or spoken with: a call or message, a reminder above all, counts once the child answered. */
export const isMet = (contact: Contact): boolean => {
  const { kind, answered } = contact;
  // Entries from before the answer was asked for stand as they were counted.
  return withChild(contact) && (met.includes(kind) || (answerable.includes(kind) && answered !== 'no'));
};
/** Whether that was tried in vain. */
export const isAttempt = (contact: Contact): boolean => {
  const { kind, answered } = contact;
  return withChild(contact) && (kind === 'attempt' || (answerable.includes(kind) && answered === 'no'));
};

/** How often the child was met, or that was tried in vain, and when last. */
export type Contacts = NonNullable<ChildCaseStanding['contacts']>;

/** When the child was met last, and before that, with one contact more. */
export function latestTwo(
  { lastAt, before }: Contacts,
  happened: string,
): Pick<Contacts, 'lastAt' | 'before'> {
  const known = [lastAt, before, happened].filter((one) => one !== null && one !== undefined);
  const [latest = null, second] = known.toSorted((one, other) => (one < other ? 1 : -1));
  return { lastAt: latest, ...(second ? { before: second } : {}) };
}

/** Contact with the child and attempts at it, each counted apart; only the one answers the clock. */
function counted(context: Ctx<RecordContactPayload>): Effect[] {
  const { payload, record, happened } = context;
  const before = record.standing.contacts ?? { met: 0, attempts: 0, lastAt: null };
  const hasMet = isMet(payload);
  if (!hasMet && !isAttempt(payload)) return [];
  const contacts = {
    ...before,
    met: before.met + (hasMet ? 1 : 0),
    attempts: before.attempts + (hasMet ? 0 : 1),
    ...(hasMet ? latestTwo(before, happened) : {}),
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

const ofManager = {
  pointer: '/kind',
  code: 'managersOwn',
  detail: 'Supervision is recorded by the manager who gave it.',
};

/** Payload rules of contact: supervision is a manager’s; whether the child was alone, or answered, is asked where it tells what this was. */
export function contactFaults({ payload, actor }: Ctx<RecordContactPayload>): Fault[] {
  const { kind, alone, answered } = payload;
  const asks = (kinds: readonly ContactKind[]) => withChild(payload) && kinds.includes(kind);
  const manages = actor.roles.some((role) => role === 'manager' || role === 'senior');
  return [
    ...(asks(met) ? asked(alone, 'alone', 'Say whether the child was seen alone.') : []),
    ...(asks(answerable) ? asked(answered, 'answered', 'Say whether the child answered.') : []),
    ...(kind === 'supervision' && !manages ? [ofManager] : []),
  ];
}
