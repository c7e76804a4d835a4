import { ruleDueAt } from '../clocks/due.js';
import { localDate } from '../clocks/time-zone.js';
import type { Context, Fault, WrittenRow } from '../model.js';
import type { Effect } from '../topic.js';
import type { RecordReferralPayload } from './payloads.js';
import { manager } from './principals.js';
import { regionsOf } from './rules.js';
import type { ChildCaseStanding } from './standing.js';

/** Whom a contact caution is about. */
export const cautionParties = ['child', 'parent', 'other'] as const;
/** One of these. */
export type CautionParty = (typeof cautionParties)[number];

/** What the standing keeps of a caution: that there is one, and whom it stops. Its words stand in a row of their own. */
export interface Caution {
  id: string;
  party: CautionParty;
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

/** So many cautions stand at one time: a standing stays small. */
const mostCautions = 6;

const cautionsOf = ({ cautions = [] }: Pick<ChildCaseStanding, 'cautions'>): Caution[] => cautions;

/** Whether anything may go to this party: not while a caution stands that no manager has released. */
export function isCautioned(standing: Pick<ChildCaseStanding, 'cautions'>, party: CautionParty): boolean {
  return cautionsOf(standing).some((one) => one.party === party);
}

const stopped =
  'A contact caution stops anything to this person. A manager of the team releases it first, where it is safe.';

/** What a copy, letter or answer meets that would go to somebody of whom a caution stands. */
export function cautionFaults(
  standing: Pick<ChildCaseStanding, 'cautions'>,
  party: CautionParty,
  pointer: string,
): Fault[] {
  return isCautioned(standing, party) ? [{ pointer, code: 'caution', detail: stopped }] : [];
}

/** A text as its words alone, each between spaces: so that one is found in another whatever stands between. */
const folded = (text: string) =>
  ` ${text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join(' ')} `;

/** Whether a caution that stands is about somebody of this name, whatever else it says of him or her. */
export function isCautionedByName(
  standing: Pick<ChildCaseStanding, 'cautions'>,
  written: readonly Pick<WrittenRow, 'kind' | 'body'>[],
  name: string,
): boolean {
  const standingIds = new Set(cautionsOf(standing).map(({ id }) => id));
  const sought = folded(name);
  if (sought.trim() === '' || standingIds.size === 0) return false;
  return written.some(({ kind, body }) => {
    const { id = '', who = '' } = body as { id?: string; who?: string };
    const isCaution = kind === 'contact-caution' || kind === 'caution-to-heed';
    return isCaution && standingIds.has(id) && folded(who).includes(sought);
  });
}

/** What a copy or letter meets that would go to somebody whom a caution names. */
export function namedCautionFaults(
  { record, facts }: Pick<Ctx<object>, 'record' | 'facts'>,
  name: string,
  pointer: string,
): Fault[] {
  return isCautionedByName(record.standing, facts.written, name)
    ? [{ pointer, code: 'caution', detail: stopped }]
    : [];
}

/** Puts a caution in force: its words, what all heed who have a part in the case, and the day on which a manager looks again. */
function inForce(
  { record, actor, commandId }: Ctx<object>,
  caution: SetContactCautionPayload,
  isOpen: boolean,
): Effect[] {
  const { why: _why, ...heeded } = caution;
  const kept = { id: commandId, by: actor.name };
  const cautions = [...cautionsOf(record.standing), { id: commandId, party: caution.party }];
  const review = {
    rule: 'caution-review',
    who: manager(record.standing.team),
    due: caution.until,
    sooner: true,
  };
  return [
    { do: 'write', kind: 'contact-caution', class: 'caution', body: { ...caution, ...kept } },
    // Whoever has a part in the case, and may call or write, knows of whom and what to beware; why, they need not.
    { do: 'write', kind: 'caution-to-heed', class: 'safety', body: { ...heeded, ...kept } },
    { do: 'set', patch: { cautions } },
    ...(isOpen ? [{ do: 'start', ...review } as const] : []),
  ];
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
  return inForce(context, caution, true);
}

/** The recorders of cautions. */
export const cautionRecorders = {
  recordCaution: (context: Ctx<SetContactCautionPayload>): Effect[] => {
    const isOpen = regionsOf(context.record).work !== 'closed';
    return inForce(context, context.payload, isOpen);
  },
  recordReleasedCaution: ({ payload, record, actor }: Ctx<ReleaseContactCautionPayload>): Effect[] => {
    const cautions = cautionsOf(record.standing).filter(({ id }) => id !== payload.cautionId);
    return [
      { do: 'write', kind: 'caution-released', class: 'caution', body: { ...payload, by: actor.name } },
      { do: 'set', patch: { cautions } },
      ...(cautions.length === 0 ? [{ do: 'end', rule: 'caution-review' } as const] : []),
    ];
  },
};

function setting({ record }: Ctx<SetContactCautionPayload>): Fault[] {
  if (cautionsOf(record.standing).length < mostCautions) return [];
  return [
    {
      pointer: '/who',
      code: 'most',
      detail: `${mostCautions} cautions stand already: release one that is over, or write both into one.`,
    },
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
