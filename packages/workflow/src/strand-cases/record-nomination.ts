import { localDate } from '../clocks/time-zone.js';
import { derivedId } from '../derived-id.js';
import { localId } from '../local-id.js';
import type { Context } from '../model.js';
import { checkOvertaken } from '../next-check.js';
import { findPerson } from '../person-named.js';
import { strandReference } from '../reference.js';
import type { Effect } from '../topic.js';
import { careManagerAwaited, necessityBegins } from './clocks-of.js';
import { aboutIn, describedAbout } from './opening.js';
import type {
  AcceptStrandPayload,
  DeclineStrandPayload,
  GivenBasis,
  NominatePayload,
  ReportPayload,
} from './payloads.js';
import { withPriority } from './priority.js';
import { type Basis, type StrandCaseStanding, statusOf } from './standing.js';
import { strands } from './strand.js';

type Ctx<P extends object> = Context<StrandCaseStanding, P>;
type Opening = NominatePayload & ReportPayload;

/** Bases as the standing keeps them, each with an id of its own; the day of the telling where no other is known. */
export function basesFrom(
  given: readonly GivenBasis[],
  { commandId, happened, profile }: Pick<Ctx<object>, 'commandId' | 'happened' | 'profile'>,
): Basis[] {
  const told = localDate(happened, profile.timeZone);
  return given.map(({ code, on = told }, index) => ({
    id: derivedId(commandId, localId.basis + index),
    code,
    on,
  }));
}

const screening = 'role:intelligence-officer';

/** What the nominator learns, and all that he or she learns: that it came, and what came of it. */
function outcome({ record, actor }: Ctx<object>, words: 'accepted' | 'declined', message: string): Effect[] {
  const { nominatorId } = record.standing;
  return [
    { do: 'write', kind: 'outcome', class: 'receipt', body: { outcome: words } },
    ...(nominatorId && nominatorId !== actor.userId
      ? [{ do: 'send', kind: message, principal: `user:${nominatorId}` } as const]
      : []),
  ];
}

/** The recorders of a nomination or report, its screening, and what is decided. */
export const nominationRecorders = {
  recordOpening: (context: Ctx<Opening>): Effect[] => {
    const { record, payload, actor, happened } = context;
    const strand = strands.find(({ kind }) => kind === record.kind);
    const reference = strandReference(strand?.letter ?? 'P', record.id);
    const bases = basesFrom(payload.bases, context);
    const about = describedAbout(context);
    const { why, ...told } = payload;
    return [
      {
        do: 'set',
        patch: withPriority(context, {
          ...about,
          // Of a person or place that is handled with conditions every case is.
          handling: record.standing.access?.closed ? 'C' : record.standing.handling,
          reference,
          aboutId: aboutIn(payload, context.commandId),
          nominatedAt: happened,
          nominatorId: actor.userId,
          bases,
          status: statusOf(bases),
        }),
      },
      { do: 'write', kind: 'nomination', class: 'case', body: told },
      // Who told, in what words: partners read the officer's, as necessity and bases have them.
      {
        do: 'write',
        kind: 'source',
        class: 'disruption',
        body: { why, by: actor.name, agencyId: actor.agencyId },
      },
      { do: 'write', kind: 'receipt', class: 'receipt', body: { reference, receivedAt: happened } },
      { do: 'find', terms: [{ kind: 'reference', term: reference }] },
      { do: 'start', rule: 'nomination-screening', who: screening },
    ];
  },
  recordScreeningBegun: (context: Ctx<object>): Effect[] => [
    { do: 'write', kind: 'screening-begun', class: 'case', body: { by: context.actor.name } },
    ...careManagerAwaited(context, context.record.standing),
  ],
  recordAcceptance: (context: Ctx<AcceptStrandPayload>): Effect[] => {
    const { payload, actor, facts, happened, record } = context;
    const officerId = payload.officerId ?? actor.userId;
    const officerName = payload.officerId ? findPerson(facts, payload.officerId)?.name : actor.name;
    const patch = { officerId, acceptedAt: happened, necessityAt: happened };
    return [
      { do: 'set', patch },
      {
        do: 'write',
        kind: 'acceptance',
        class: 'case',
        body: { ...payload, officerName, by: actor.name },
      },
      { do: 'end', rule: 'nomination-screening' },
      { do: 'end', rule: 'care-manager-answer', reason: 'It was accepted' },
      ...necessityBegins(context, { ...record.standing, ...patch }),
      ...outcome(context, 'accepted', 'nomination-accepted'),
    ];
  },
  recordDecline: (context: Ctx<DeclineStrandPayload>): Effect[] => {
    const { payload, actor, happened } = context;
    return [
      { do: 'set', patch: { closed: { reason: payload.reason, at: happened } } },
      { do: 'write', kind: 'decline', class: 'case', body: { ...payload, by: actor.name } },
      { do: 'end', rule: 'nomination-screening' },
      { do: 'endAll', reason: 'The nomination was declined' },
      ...outcome(context, 'declined', 'nomination-declined'),
    ];
  },
  recordRelisting: (context: Ctx<{ reason: string }>): Effect[] => {
    const { payload, actor, record, happened } = context;
    return [
      {
        do: 'write',
        kind: 'relisting',
        class: 'case',
        body: { ...payload, after: record.standing.closed?.reason ?? null, by: actor.name },
      },
      checkOvertaken('It is taken up again'),
      {
        do: 'set',
        patch: {
          nominatedAt: happened,
          acceptedAt: null,
          closed: null,
          removal: null,
          suspension: null,
          returnTo: 'active',
          careManager: null,
          status: statusOf(record.standing.bases),
        },
      },
      { do: 'start', rule: 'nomination-screening', who: screening },
      ...careManagerAwaited(context, { ...record.standing, careManager: null }),
    ];
  },
};
