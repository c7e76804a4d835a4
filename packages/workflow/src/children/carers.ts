import type { Context, Fault } from '../model.js';
import { shortened } from '../shortened.js';
import type { Effect } from '../topic.js';
import { wrongRows } from '../wrong-rows.js';
import type { ChildStanding } from './standing.js';

/** Whether a carer or contact may be reached at all. */
export const safeContacts = ['yes', 'ask-first', 'no'] as const;

/** By which way somebody is reached. */
export const contactWays = ['mobile', 'landline', 'email', 'address', 'other'] as const;

/** One way to reach somebody, with what keeps it safe. */
export interface ContactDetail {
  way: (typeof contactWays)[number];
  /** The number, the address or the account. */
  value: string;
  /** How it is best used: text first, letter without a heading. */
  bestWay?: string;
  /** When it is safe, and when it is not. */
  when?: string;
  /** What is not said or left there: no voicemail, nothing about the panel. */
  notSay?: string;
}

/** How many ways to reach one person are kept. */
export const mostContactDetails = 6;

/** A carer or another contact, with the rules by which it is safe to reach them. */
export interface RecordCarerPayload {
  name: string;
  relation: string;
  /** Whether he or she is a parent, or cares for the child as one: what goes to the parent goes to them. */
  asParent: 'yes' | 'no';
  livesWith: 'yes' | 'no' | 'not-yet-known';
  contacts?: ContactDetail[];
  mayContact: (typeof safeContacts)[number];
  /** What is asked first and how, or why nobody contacts them. */
  safeHow?: string;
}

/** The same of a carer on the books: what is given stands in the place of what was known, which is kept. */
export interface ChangeCarerPayload extends RecordCarerPayload {
  carerId: string;
  reason?: string;
}

/** Somebody is no carer or contact of the child any longer. */
export interface EndCarerPayload {
  carerId: string;
  reason: string;
}

/** A carer as he or she stands now, from the rows that were written. */
export interface Carer extends Omit<RecordCarerPayload, 'asParent' | 'contacts'> {
  id: string;
  asParent: 'yes' | 'no' | null;
  contacts: ContactDetail[];
  since: string;
}

/** A carer as earlier entries say it: without an id, with one telephone and one address. */
interface EarlierCarer {
  carerId?: string;
  asParent?: 'yes' | 'no';
  contacts?: ContactDetail[];
  phone?: string;
  address?: string;
}

interface Row {
  id: string;
  kind: string;
  happened: string;
  body: object;
  replaces?: string | null;
}

/** Earlier entries knew a carer by name alone: entries of one name are of one carer. */
const keyOf = ({ id, body }: Row): string => {
  const { carerId, name } = body as EarlierCarer & { name?: string };
  return carerId ?? name ?? id;
};

function upCast(row: Row, id: string): Carer {
  const { asParent, phone, address, contacts, carerId: _id, ...rest } = row.body as EarlierCarer;
  const known: ContactDetail[] = [
    ...(phone ? [{ way: 'landline', value: phone } as const] : []),
    ...(address ? [{ way: 'address', value: address } as const] : []),
  ];
  const carer = rest as Omit<RecordCarerPayload, 'asParent' | 'contacts'>;
  return {
    ...carer,
    id,
    asParent: asParent ?? null,
    contacts: contacts ?? known,
    since: row.happened,
  };
}

/** The carers and contacts who stand, by name, from the rows written on a child's record, newest first. */
export function carersFrom(written: readonly Row[]): Carer[] {
  const known = new Map<string, Carer | null>();
  const wrong = wrongRows(written.map((row) => ({ ...row, replaces: row.replaces ?? null })));
  for (const row of written.filter(({ id }) => !wrong.has(id))) {
    if (row.kind === 'carer-ended') {
      const { carerId } = row.body as EndCarerPayload;
      if (!known.has(carerId)) known.set(carerId, null);
    }
    const key = row.kind === 'carer' ? keyOf(row) : null;
    if (key !== null && !known.has(key)) known.set(key, upCast(row, key));
  }
  const standing = [...known.values()].filter((one): one is Carer => one !== null);
  return standing.sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

/** Of a parent, what the standing keeps: enough to stop what would go to somebody whom nobody contacts. */
export interface KnownParent {
  id: string;
  /** Shortened: what names him or her where it is said who was told. */
  name: string;
  /** Present where nothing goes to him or her. */
  stopped?: true;
}

/** How many parents a standing keeps. */
const mostParents = 6;
/** How much of a name it keeps. */
const nameKept = 60;

type Ctx<P extends object> = Context<ChildStanding, P>;

/** Keeps what stops letters in the standing, by the carer's id. */
export function parentsWith(
  { parents = [] }: Pick<ChildStanding, 'parents'>,
  id: string,
  carer: Pick<Carer, 'asParent' | 'mayContact' | 'name'> | null,
): { parents: KnownParent[] } {
  const others = parents.filter((one) => one.id !== id);
  if (carer?.asParent !== 'yes') return { parents: others };
  const name = shortened(carer.name, nameKept);
  const one: KnownParent = { id, name, ...(carer.mayContact === 'no' ? { stopped: true } : {}) };
  return { parents: [...others, one] };
}

const parentsAfter = (
  standing: ChildStanding,
  id: string,
  carer: Pick<Carer, 'asParent' | 'mayContact' | 'name'> | null,
): Effect => ({ do: 'set', patch: parentsWith(standing, id, carer) });

/** The recorders of carers and contacts: each entry stays, and the last of one carer stands. */
export const carerRecorders = {
  recordCarer: ({ payload, record, actor, commandId }: Ctx<RecordCarerPayload>): Effect[] => [
    { do: 'write', kind: 'carer', class: 'case', body: { ...payload, carerId: commandId, by: actor.name } },
    parentsAfter(record.standing, commandId, payload),
  ],
  recordChangedCarer: ({ payload, record, actor }: Ctx<ChangeCarerPayload>): Effect[] => [
    { do: 'write', kind: 'carer', class: 'case', body: { ...payload, by: actor.name } },
    parentsAfter(record.standing, payload.carerId, payload),
  ],
  recordEndedCarer: ({ payload, record, actor, facts }: Ctx<EndCarerPayload>): Effect[] => {
    const name = carersFrom(facts.written).find(({ id }) => id === payload.carerId)?.name;
    const body = { ...payload, ...(name ? { name } : {}), by: actor.name };
    return [
      { do: 'write', kind: 'carer-ended', class: 'case', body },
      parentsAfter(record.standing, payload.carerId, null),
    ];
  },
};

/** How it is safe to reach somebody is said wherever it is not simply so; a standing keeps so many parents. */
export function carerFaults({ payload, record }: Ctx<RecordCarerPayload>): Fault[] {
  const { mayContact, safeHow, asParent } = payload;
  const words =
    mayContact === 'no' ? 'Say why nobody contacts them.' : 'Say what is asked first, and what is safe.';
  const { parents = [] } = record.standing;
  const others = parents.filter(({ id }) => id !== (payload as { carerId?: string }).carerId);
  const full = asParent === 'yes' && others.length >= mostParents;
  return [
    ...(mayContact === 'yes' || safeHow ? [] : [{ pointer: '/safeHow', code: 'asked', detail: words }]),
    ...(full
      ? [
          {
            pointer: '/asParent',
            code: 'most',
            detail: `${mostParents} people stand as parents already: end one who no longer is.`,
          },
        ]
      : []),
  ];
}

/** A carer who is changed or ended stands on the child's books; what came with a joined record is known there alone. */
function knownFaults({ payload, record, facts }: Ctx<{ carerId: string }>): Fault[] {
  const known = carersFrom(facts.written).some(({ id }) => id === payload.carerId);
  if (known || record.standing.joined?.length) return [];
  return [
    { pointer: '/carerId', code: 'noCarer', detail: 'This is no carer or contact who stands on the books.' },
  ];
}

/** The payload rules of changing and of ending a carer. */
export const changedCarerFaults = (context: Ctx<ChangeCarerPayload>): Fault[] => [
  ...knownFaults(context),
  ...carerFaults(context),
];
export const endedCarerFaults = (context: Ctx<EndCarerPayload>): Fault[] => knownFaults(context);

const stopped =
  'Nobody contacts this parent or carer: nothing goes to them until their entry on the child’s record says that they may be contacted.';
const unnamed = 'One of the parents or carers may not be contacted: say to whom of them this went.';

/**
 * What a copy, a letter or a telling meets that would go to a parent: as under a contact caution, nothing goes to one
 * whom nobody contacts; where one of several is such, it is said who of the others has it. The child as far as it was read.
 */
export function parentFaults(
  child: Pick<ChildStanding, 'parents'> | undefined,
  pointer: string,
  carerId?: string,
): Fault[] {
  const parents = child?.parents ?? [];
  const closed = parents.filter((one) => one.stopped);
  if (closed.length === 0) return [];
  if (closed.length === parents.length || closed.some(({ id }) => id === carerId))
    return [{ pointer, code: 'caution', detail: stopped }];
  if (parents.some(({ id }) => id === carerId)) return [];
  return [{ pointer, code: 'whichParent', detail: unnamed }];
}

const asNamed = (name: string): string => name.trim().toLowerCase();

/** What an answer by letter meets that would go to a parent of this name. */
export function parentLetterFaults(child: Pick<ChildStanding, 'parents'> | undefined, name: string): Fault[] {
  const parents = child?.parents ?? [];
  const closed = parents.filter((one) => one.stopped);
  const isOne = closed.some((one) => asNamed(one.name) === asNamed(shortened(name, nameKept)));
  if (!isOne && (closed.length === 0 || closed.length < parents.length)) return [];
  return [{ pointer: '', code: 'caution', detail: stopped }];
}
