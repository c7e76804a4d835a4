import { isEarlier } from '../clocks/is-earlier.js';
import type { Episode } from '../missing-episodes/absences.js';
import type { Context, Fault, Missing } from '../model.js';
import { type GuardContext, otherWay, type Step } from '../topic.js';
import type {
  CloseOfferPayload,
  OfferInterviewPayload,
  RecordInterviewPayload,
  ReturnInterviewStanding,
} from './standing.js';

type Ctx<P extends object> = Context<ReturnInterviewStanding, P>;
type Guard = GuardContext<ReturnInterviewStanding>;

const fault = (pointer: string, code: string, detail: string): Fault => ({ pointer, code, detail });

/** Absences with these ids, as far as they are locked. */
export function episodesNamed({ locked }: Pick<Context<never>, 'locked'>, ids: readonly string[]): Episode[] {
  return locked.filter((one) => one.kind === 'missingEpisode' && ids.includes(one.id)) as Episode[];
}

/** The rules of an offer, by the names that the chart uses. */
export const rules = {
  hasDeclined: ({ choice }: Guard): Missing[] =>
    otherWay(choice === 'declined', 'an offer that was declined'),
  isNotReached: ({ choice }: Guard): Missing[] =>
    otherWay(choice === 'not-reached', 'a young person who was not reached'),
};

/** Absences that an interview answers are over, of this child, and not answered by another interview. */
function answerFaults(
  context: Ctx<object>,
  pointer: string,
  ids: readonly string[],
  childId: string,
): Fault[] {
  const found = episodesNamed(context, ids).filter(({ standing }) => standing.childId === childId);
  const answered = found.some(
    ({ standing }) =>
      standing.interview?.outcome.startsWith('completed') &&
      standing.interview.interviewId !== context.record.id,
  );
  return [
    ...(found.length < new Set(ids).size
      ? [fault(pointer, 'noEpisode', 'One of these is no absence of this child that you may see.')]
      : []),
    ...(found.some(({ state }) => state !== 'over')
      ? [
          fault(
            pointer,
            'notReturned',
            'An absence that is not over is not answered yet: record the return first.',
          ),
        ]
      : []),
    ...(answered ? [fault(pointer, 'answered', 'An interview was held for one of these already.')] : []),
  ];
}

/** An interview is held by somebody who is not involved in the child’s care, or it is said why not (DfE guidance 2014). */
export function offerFaults(context: Ctx<OfferInterviewPayload>): Fault[] {
  const { payload, happened } = context;
  const { episodeIds, childId, independent, whyNotIndependent } = payload;
  const absences = episodesNamed(context, episodeIds).map(({ standing }) => standing);
  return [
    ...answerFaults(context, '/episodeIds', episodeIds, childId),
    ...(absences.some(({ offered, interview }) => offered && !interview)
      ? [
          fault(
            '/episodeIds',
            'offered',
            'An interview is offered for one of these already: record what came of that offer first.',
          ),
        ]
      : []),
    ...(absences.some(({ returnedAt }) => returnedAt && isEarlier(happened, returnedAt))
      ? [fault('/happened', 'order', 'The interview was offered before the return that it is about.')]
      : []),
    ...(independent || whyNotIndependent
      ? []
      : [fault('/whyNotIndependent', 'asked', 'Say why nobody independent could be had.')]),
  ];
}

/** Every absence that an interview answers ended before it was held. */
export function interviewFaults(context: Ctx<RecordInterviewPayload>): Fault[] {
  const { payload, record, happened } = context;
  const { alsoEpisodeIds = [] } = payload;
  const { childId, episodeIds } = record.standing;
  const early = episodesNamed(context, [...episodeIds, ...alsoEpisodeIds]).some(
    ({ standing: { returnedAt } }) => returnedAt && isEarlier(happened, returnedAt),
  );
  return [
    ...answerFaults(context, '/alsoEpisodeIds', alsoEpisodeIds, childId),
    ...(early
      ? [fault('/happened', 'order', 'The interview was held before the return that it is about.')]
      : []),
  ];
}

const told = (context: Ctx<object>, ids: readonly string[], event: string, payload: object): Step[] =>
  episodesNamed(context, ids)
    .filter(({ state }) => state === 'over')
    .map(({ kind, id }) => ({ record: { kind, id }, event, payload }));

/** Each absence learns that an interview is offered. */
export function offerSteps(context: Ctx<OfferInterviewPayload>): Step[] {
  return told(context, context.payload.episodeIds, 'receive-offer', { interviewId: context.record.id });
}

/** Each absence learns that the interview was held, and measures it by its own hours. */
export function interviewSteps(context: Ctx<RecordInterviewPayload>): Step[] {
  const { record } = context;
  const payload = { outcome: 'completed', interviewId: record.id };
  return told(context, record.standing.episodeIds, 'receive-interview', payload);
}

/** Each absence learns that there was no interview; an answer of another interview stands. */
export function endingSteps(context: Ctx<CloseOfferPayload>): Step[] {
  const { record, payload } = context;
  const open = episodesNamed(context, record.standing.episodeIds).filter(
    ({ standing }) => !standing.interview?.outcome.startsWith('completed'),
  );
  return told(
    context,
    open.map(({ id }) => id),
    'receive-interview',
    { outcome: payload.outcome, interviewId: record.id },
  );
}
