import { parentFaults } from '../children/carers.js';
import { isEarlier } from '../clocks/is-earlier.js';
import type { Context, Fault } from '../model.js';
import type { Effect } from '../topic.js';
import type { FeedbackSubject, RecordFeedbackPayload } from './casework-payloads.js';
import { childCautionFaults, isChildCautionedByName } from './cautions.js';
import { childRead } from './child-read.js';
import { asked } from './intake-faults.js';
import { worker } from './principals.js';
import type { ChildCaseStanding } from './standing.js';

type Ctx<P extends object> = Context<ChildCaseStanding, P>;

/**
 * Begins the days within which child and parent are told of something. One clock runs for all that they have not been
 * told of, from the earliest of it.
 */
export function feedbackDue(
  { record, happened }: Pick<Ctx<object>, 'record' | 'happened'>,
  about: FeedbackSubject,
): Effect[] {
  const { standing } = record;
  return [
    { do: 'set', patch: { untold: { [about]: happened, ...standing.untold } } },
    { do: 'start', rule: 'feedback', who: worker(standing), sooner: true },
  ];
}

/** What they were told of is no longer owed: the clock ends, or runs on from the earliest of what is left. */
function toldOf({ record, payload, happened }: Ctx<RecordFeedbackPayload>): Effect[] {
  const { standing } = record;
  const answers = ([subject, since]: [string, string]) =>
    payload.about.includes(subject as FeedbackSubject) && !isEarlier(happened, since);
  const owed = Object.entries(standing.untold ?? {});
  const left = owed.filter((one) => !answers(one));
  if (left.length === owed.length) return [];
  const [next] = left.map(([, since]) => since).sort();
  const running = standing.clocks.find(({ rule }) => rule === 'feedback');
  const runsOn = next !== undefined && running !== undefined && !isEarlier(running.start, next);
  return [
    { do: 'set', patch: { untold: Object.fromEntries(left) } },
    ...(runsOn ? [] : [{ do: 'end', rule: 'feedback' } as const]),
    ...(next && !runsOn
      ? [{ do: 'start', rule: 'feedback', who: worker(standing), start: next } as const]
      : []),
  ];
}

/** Which parent or carer it was, with the name under which he or she stands with the child. */
export function parentNamed<P extends { carerId?: string }>(
  context: Ctx<object>,
  parent: P,
): P & { name?: string } {
  const known = childRead(context)?.parents ?? [];
  const name = known.find(({ id }) => id === parent.carerId)?.name;
  return name ? { ...parent, name } : parent;
}

/** The recorder of what child and parent were told. */
export const feedbackRecorders = {
  recordFeedback: (context: Ctx<RecordFeedbackPayload>): Effect[] => {
    const { payload, actor } = context;
    const parent = parentNamed(context, payload.parent);
    const body = { toldBy: actor.name, ...payload, parent, by: actor.name };
    return [{ do: 'write', kind: 'feedback', class: 'case', body }, ...toldOf(context)];
  },
};

/** The parents on the child’s record; one whom a caution names is contacted as little as one whom the record stops. */
export function parentsOf(context: Ctx<object>) {
  const parents = childRead(context)?.parents ?? [];
  return {
    parents: parents.map((one) =>
      isChildCautionedByName(context, one.name) ? { ...one, stopped: true as const } : one,
    ),
  };
}

/** Payload rules of feedback: how each was told, or why not; nothing goes to somebody whom nobody contacts. */
export function feedbackFaults(context: Ctx<RecordFeedbackPayload>): Fault[] {
  const { payload } = context;
  const { told, carerId } = payload.parent;
  return [
    ...(['child', 'parent'] as const).flatMap((who) =>
      payload[who].told
        ? [
            ...childCautionFaults(context, who, `/${who}/told`),
            ...asked(payload[who].how, `${who}/how`, 'Say how they were told.'),
          ]
        : asked(payload[who].whyNot, `${who}/whyNot`, 'Say why they were not told.'),
    ),
    ...(told ? parentFaults(parentsOf(context), '/parent/carerId', carerId) : []),
  ];
}
