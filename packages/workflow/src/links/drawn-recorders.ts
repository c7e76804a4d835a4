import type { ReasonPayload } from '../child-cases/payloads.js';
import { identifierTerms } from '../identifiers/matching.js';
import type { Context } from '../model.js';
import type { Effect } from '../topic.js';
import { childrenJoined } from './access.js';
import { type DrawLinkPayload, drawnFrom } from './drawing.js';
import { drawnTerm, type SourceDays, type SourceNews } from './drawn.js';
import { type ConcernNews, closedOf, closedPatch } from './end-news.js';
import { isRecord, type LinkEnd } from './ends.js';
import { concernMessage, heldIn, holdersTold, knowersTold, tell } from './holders-told.js';
import { tied } from './moving.js';
import type { LinkStanding } from './standing.js';

type Ctx<P extends object> = Context<LinkStanding, P>;

const write = (kind: string, body: object): Effect => ({ do: 'write', kind, class: 'case', body });

const ask = 'Ask the police before you act on this.';

/** What the workers of the child are told once the other end is of concern: not who it is, nor what is said of anybody. */
const toldOf: { [kind: string]: string } = {
  'incident-with': `Somebody whom the police name in an incident is held as a person of concern; this child was a victim in it. ${ask}`,
  'incident-at': `The place of an incident is held as a place of concern; this child was a victim in it. ${ask}`,
  'protected-from': `Somebody is held as a person of concern on whom there is a measure that protects this child. ${ask}`,
  'protected-at': `A place is held as one of concern at which there is a measure that protects this child. ${ask}`,
};

/**
 * Whoever is responsible for the child hears that the other end is of concern. Of a link that was drawn, which nobody put
 * into words for them, they are told by words that name nobody. `quiet` puts the words there and sends nothing.
 */
function concern(standing: LinkStanding, { quiet = false } = {}): Effect[] {
  if (childrenJoined(standing).length === 0 || standing.ended) return [];
  const words = standing.drawn && !standing.told && !standing.grade ? toldOf[standing.kind] : undefined;
  const told = standing.told || words !== undefined;
  return [
    ...(words ? ([...tell(words), { do: 'set', patch: { told } }] as const) : []),
    ...(quiet ? [] : holdersTold({ ...standing, told }, concernMessage(standing))),
  ];
}

/** The effects of a withdrawal: what the link says was never so. */
export function withdrawnEffects({ payload, actor, happened, record, at }: Ctx<ReasonPayload>): Effect[] {
  return [
    write('link-withdrawn', { ...payload, by: actor.name }),
    { do: 'set', patch: { ended: { how: 'withdrawn', at: happened } } },
    { do: 'untie' },
    ...(isRecord(record.standing.to)
      ? []
      : [{ do: 'lose', terms: identifierTerms([record.standing.to]) } as const]),
    { do: 'endAll', reason: 'Withdrawn' },
    ...(record.standing.told ? knowersTold(record.standing, 'link-withdrawn', at) : []),
  ];
}

/** The recorders of links that are drawn from an incident or a measure, and of what a link hears of concern. */
export const drawnRecorders = {
  recordDrawing: (context: Ctx<DrawLinkPayload>): Effect[] => {
    const { payload, locked, happened, actor, record } = context;
    const found = drawnFrom(context);
    if (!found) return [];
    const { words, closed, ...rest } = found;
    const ends: { from: LinkEnd; to: LinkEnd } = { from: payload.child, to: payload.about };
    const ids = [payload.child.id, payload.about.id];
    const patch: Partial<LinkStanding> = {
      ...rest,
      ...ends,
      recorded: { by: null, agencyId: null, at: happened },
      held: heldIn(locked, ends),
      ...closedPatch({ ...closedOf(locked, ids), ...closed }),
    };
    const standing = { ...record.standing, ...patch };
    return [
      { do: 'set', patch },
      write('link', { words, by: actor.name }),
      tied(standing),
      { do: 'find', terms: [drawnTerm(found.sourceRecord.id)] },
      ...(found.drawn.accepted ? concern(standing, { quiet: payload.knownBefore ?? false }) : []),
    ];
  },
  // Somebody linked becomes a person of concern: whoever is responsible for the child hears of it, or, where the link may
  // not be shared, the supervisor who decides on that.
  recordConcern: ({ record, payload }: Ctx<ConcernNews>): Effect[] => {
    const { drawn } = record.standing;
    const accepted = drawn && !payload.joined && { drawn: { ...drawn, accepted: true } };
    return [...(accepted ? [{ do: 'set', patch: accepted } as const] : []), ...concern(record.standing)];
  },
  recordSourceGone: (context: Ctx<SourceNews>): Effect[] =>
    context.record.standing.ended?.how === 'withdrawn' ? [] : withdrawnEffects(context),
  recordSourceOver: ({ record, payload, actor, happened }: Ctx<SourceNews>): Effect[] => {
    const { drawn, ended } = record.standing;
    if (!drawn) return [];
    const over: Effect = { do: 'set', patch: { drawn: { ...drawn, over: true } } };
    if (ended) return [over];
    return [
      over,
      write('link-faded', { because: payload.reason, by: actor.name }),
      { do: 'set', patch: { ended: { how: 'faded', at: happened } } },
      { do: 'untie' },
      { do: 'endAll', reason: payload.reason },
    ];
  },
  recordSourceDays: ({ record, payload }: Ctx<SourceDays>): Effect[] => {
    const { firstOn, lastOn, ended } = record.standing;
    if (firstOn === payload.firstOn && lastOn === payload.lastOn) return [];
    return [{ do: 'set', patch: payload }, ...(ended ? [] : [tied({ ...record.standing, ...payload })])];
  },
};
