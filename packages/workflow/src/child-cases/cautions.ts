import { ruleDueAt } from '../clocks/due.js';
import { localDate } from '../clocks/time-zone.js';
import type { Context, Fault, WrittenRow } from '../model.js';
import type { Effect } from '../topic.js';
import { wrongRows } from '../wrong-rows.js';
import { everyCaseBeside } from './cases-beside.js';
import { marksName, nameMarks } from './name-marks.js';
import type { RecordReferralPayload } from './payloads.js';
import { manager } from './principals.js';
import type { ChildCaseStanding } from './standing.js';

/** Whom a contact caution is about. */
export const cautionParties = ['child', 'parent', 'other'] as const;
/** One of these. */
export type CautionParty = (typeof cautionParties)[number];

/**
 * What the standing keeps of a caution: that there is one, whom it stops, and marks by which a name is found to be the one
 * that it names, on any case of the child. Its words stand in a row of their own.
 */
export interface Caution {
  id: string;
  party: CautionParty;
  names: string;
}

export interface SetContactCautionPayload {
  party: CautionParty;
  /** Who, by name, and the address or number where only that is to be kept free. */
  who: string;
  whatNot: string;
  why: string;
  /** The day on which a manager looks at it again; it stands until it is released. */
  until: string;
}
export interface ReleaseContactCautionPayload {
  cautionId: string;
  reason: string;
}

type Ctx<P extends object> = Context<ChildCaseStanding, P>;
/** A case with the other cases of its child, as far as they were read. */
type Child = Pick<Ctx<object>, 'record' | 'locked' | 'facts'>;

/** So many cautions stand at one time: a standing stays small. */
const mostCautions = 6;

const cautionsOf = ({ cautions = [] }: Pick<ChildCaseStanding, 'cautions'>): Caution[] => cautions;

/** Whether anything may go to this party: not while a caution stands that no manager has released. */
export function isCautioned(standing: Pick<ChildCaseStanding, 'cautions'>, party: CautionParty): boolean {
  return cautionsOf(standing).some((one) => one.party === party);
}

const stopped =
  'A contact caution on this case, or another of the child, stops anything to this person. A manager releases it first, where it is safe; a senior manager knows of whichever it is.';

/** What a copy, letter or answer meets that would go to somebody of whom a caution stands. */
export function cautionFaults(
  standing: Pick<ChildCaseStanding, 'cautions'>,
  party: CautionParty,
  pointer: string,
): Fault[] {
  return isCautioned(standing, party) ? [{ pointer, code: 'caution', detail: stopped }] : [];
}

/** Every caution of the child: of this case and of any other, open or closed, restricted ones too. */
const cautionsOfChild = (context: Child): Caution[] => [
  ...cautionsOf(context.record.standing),
  ...everyCaseBeside(context).flatMap(({ standing }) => cautionsOf(standing)),
];

/**
 * The same of whatever is sent for a child: a caution on any of the child’s cases stops it, open or closed, until it is
 * released. That of a restricted case stops it too, and tells no more than that.
 */
export function childCautionFaults(context: Child, party: CautionParty, pointer: string): Fault[] {
  return cautionFaults({ cautions: cautionsOfChild(context) }, party, pointer);
}

type CautionRow = Pick<WrittenRow, 'kind' | 'body'>;

/** What a row of a caution says of it, as far as others look for it. */
const wordsOf = ({ body }: CautionRow): { id: string; until: string } => ({
  ...{ id: '', until: '' },
  ...body,
});

/** Whether a row holds the words of one of these cautions, or what of them is heeded. */
const isOneOf = (row: CautionRow, ids: ReadonlySet<string>): boolean =>
  (row.kind === 'contact-caution' || row.kind === 'caution-to-heed') && ids.has(wordsOf(row).id);

/** Whether a caution that stands names somebody of this name, whatever else it says of him or her, and whatever party he or she is. */
export function isCautionedByName(standing: Pick<ChildCaseStanding, 'cautions'>, name: string): boolean {
  return cautionsOf(standing).some(({ id, names }) => marksName(names, id, name));
}

/** Whether a caution on any of the child’s cases names somebody of this name. */
export function isChildCautionedByName(context: Child, name: string): boolean {
  return isCautionedByName({ cautions: cautionsOfChild(context) }, name);
}

/** What a letter meets that would go to somebody whom a caution of this case names. */
export function nameFaults(
  standing: Pick<ChildCaseStanding, 'cautions'>,
  name: string,
  pointer: string,
): Fault[] {
  return isCautionedByName(standing, name) ? [{ pointer, code: 'caution', detail: stopped }] : [];
}

/** What a copy or letter meets that would go to somebody whom a caution names, on any of the child’s cases. */
export function namedCautionFaults(context: Child, name: string, pointer: string): Fault[] {
  return nameFaults({ cautions: cautionsOfChild(context) }, name, pointer);
}

/** The day on which a manager looks at cautions again: the first of theirs. */
const review = (team: string | null, due: string) =>
  ({ do: 'start', rule: 'caution-review', who: manager(team), due, sooner: true }) as const;

/** Puts a caution in force: its words, what all heed who have a part in the case, and the day on which a manager looks again. */
function inForce({ record, actor, commandId }: Ctx<object>, caution: SetContactCautionPayload): Effect[] {
  const { why: _why, ...heeded } = caution;
  const kept = { id: commandId, by: actor.name };
  const { party, who } = caution;
  const one = { id: commandId, party, names: nameMarks(commandId, who) };
  const cautions = [...cautionsOf(record.standing), one];
  return [
    { do: 'write', kind: 'contact-caution', class: 'caution', body: { ...caution, ...kept } },
    // Whoever has a part in the case, and may call or write, knows of whom and what to beware; why, they need not.
    { do: 'write', kind: 'caution-to-heed', class: 'safety', body: { ...heeded, ...kept } },
    { do: 'set', patch: { cautions } },
    review(record.standing.team, caution.until),
  ];
}

/** The cautions that go from a referral to the case that it joins or wakes; those of a restricted one stay, and are heeded there. */
export function cautionsToCarry({ cautions, access }: ChildCaseStanding): { cautions?: Caution[] } {
  return cautions?.length && !access?.closed ? { cautions } : {};
}

/** A referral that joined or woke another case leaves its cautions to that one. */
export function cautionsLeft({ record }: Pick<Ctx<object>, 'record'>): Effect[] {
  if (!cautionsToCarry(record.standing).cautions) return [];
  return [
    { do: 'set', patch: { cautions: [] } },
    { do: 'end', rule: 'caution-review', reason: 'They went to the case that the referral joined' },
  ];
}

/** The same cautions on the case that takes them: in force as before, with their words, looked at again by its manager. */
export function cautionsBrought(
  { record, facts, payload }: Ctx<{ fromCaseId?: string; cautions?: Caution[] }>,
  team: string | null,
): Effect[] {
  const { fromCaseId, cautions = [] } = payload;
  const ids = new Set(cautions.map(({ id }) => id));
  const wrong = wrongRows(facts.written);
  const rows = facts.written.filter(
    (row) => row.record.id === fromCaseId && isOneOf(row, ids) && !wrong.has(row.id),
  );
  if (ids.size === 0) return [];
  return [
    ...rows.map((row) => ({ do: 'write', kind: row.kind, class: row.class, body: row.body }) as const),
    { do: 'set', patch: { cautions: [...cautionsOf(record.standing), ...cautions] } },
    ...reviewOf(team, rows),
  ];
}

/** The review of cautions by what their rows say: the earliest of their days. */
function reviewOf(team: string | null, rows: readonly CautionRow[]): Effect[] {
  const [first] = rows.map((row) => wordsOf(row).until).sort();
  return first ? [review(team, first)] : [];
}

/** A person of concern in the household sets one from the first minute: what goes to the parent goes to that home. */
export function firstCaution(context: Ctx<RecordReferralPayload>): Effect[] {
  const { payload, happened, profile } = context;
  if (payload.concernAtHome !== 'yes') return [];
  const due = ruleDueAt(profile.clocks['caution-review'], happened, profile) ?? happened;
  const caution: SetContactCautionPayload = {
    party: 'parent',
    who: payload.concernAtHomeWho ?? '',
    whatNot: 'Nothing to the home, and nothing that this person may hear or read',
    why: 'The referral names a person of concern in the household',
    until: localDate(due, profile.timeZone),
  };
  return inForce(context, caution);
}

/** The recorders of cautions. */
export const cautionRecorders = {
  recordCaution: (context: Ctx<SetContactCautionPayload>): Effect[] => inForce(context, context.payload),
  recordReleasedCaution: ({ payload, record, actor, facts }: Ctx<ReleaseContactCautionPayload>): Effect[] => {
    const cautions = cautionsOf(record.standing).filter(({ id }) => id !== payload.cautionId);
    const ids = new Set(cautions.map(({ id }) => id));
    const left = facts.written.filter((row) => isOneOf(row, ids));
    return [
      { do: 'write', kind: 'caution-released', class: 'caution', body: { ...payload, by: actor.name } },
      { do: 'set', patch: { cautions } },
      { do: 'end', rule: 'caution-review' },
      ...reviewOf(record.standing.team, left),
    ];
  },
};

function setting({ record, payload, at, profile }: Ctx<SetContactCautionPayload>): Fault[] {
  const past = payload.until < localDate(at, profile.timeZone);
  const full = cautionsOf(record.standing).length >= mostCautions;
  return [
    ...(past
      ? [
          {
            pointer: '/until',
            code: 'past',
            detail: 'Name a day to come on which a manager looks at it again.',
          },
        ]
      : []),
    ...(full
      ? [
          {
            pointer: '/who',
            code: 'most',
            detail: `${mostCautions} cautions stand already: release one that is over, or write both into one.`,
          },
        ]
      : []),
  ];
}

function releasing({ payload, record }: Ctx<ReleaseContactCautionPayload>): Fault[] {
  if (cautionsOf(record.standing).some(({ id }) => id === payload.cautionId)) return [];
  return [
    { pointer: '/cautionId', code: 'noCaution', detail: 'This is no caution that stands on the case.' },
  ];
}

/** The payload rules of cautions. */
export const cautionPayloadFaults = { caution: setting, releasedCaution: releasing };
