import type { Context, Fault } from '../model.js';
import type { Effect } from '../topic.js';
import { gradeWords, type IntelligenceGrade, isCovert } from './grading.js';
import { principalsOfRecipient } from './readers.js';
import type {
  EvaluatePayload,
  IntelligenceStanding,
  RecipientDecision,
  ReportRecipient,
} from './standing.js';

type Ctx = Context<IntelligenceStanding, EvaluatePayload>;

/** Those who hold a report now: whoever it was withdrawn from does not. */
export function holdersOfReport({ recipients }: Pick<IntelligenceStanding, 'recipients'>): ReportRecipient[] {
  return recipients.filter(({ withdrawnAt }) => !withdrawnAt);
}

const isFor = (
  { agencyId, contactId }: Pick<ReportRecipient, 'agencyId' | 'contactId'>,
  one: RecipientDecision,
) => one.agencyId === agencyId && (one.contactId ?? null) === contactId;

/** Whether a report may be handled less freely than before: with conditions, or with one that it had not. */
function isNarrower(before: IntelligenceGrade | null, after: EvaluatePayload): boolean {
  if (after.handling !== 'C') return false;
  const { conditions = [] } = after;
  return before?.handling !== 'C' || conditions.some((one) => !before.conditions.includes(one));
}

/**
 * What a regrading of a report that was given lacks: once it may be handled less freely, each who holds it keeps it or gives
 * it up, and keeping what is for covert use has a reason.
 */
export function regradeFaults({ payload, record }: Ctx): Fault[] {
  const { grade } = record.standing;
  const held = holdersOfReport(record.standing);
  const { recipients = [], conditions = [], reasons } = payload;
  const stranger = recipients.some((one) => !held.some((holder) => isFor(holder, one)));
  if (stranger)
    return [
      { pointer: '/recipients', code: 'noRecipient', detail: 'One of these was not given the report.' },
    ];
  if (!isNarrower(grade, payload)) return [];
  const stays = (holder: ReportRecipient) => recipients.find((one) => isFor(holder, one))?.stays;
  const isAsked = held.some((holder) => stays(holder) === undefined);
  const needsReason = held.some(stays) && isCovert(conditions) && !reasons;
  return [
    ...(isAsked
      ? [
          {
            pointer: '/recipients',
            code: 'keepOrWithdraw',
            detail: 'Say of each who was given the report whether they keep it or it is withdrawn from them.',
          },
        ]
      : []),
    ...(needsReason
      ? [
          {
            pointer: '/reasons',
            code: 'covert',
            detail:
              'Under A1 or A2 say why those who keep the report keep it, and how it stays out of the open.',
          },
        ]
      : []),
  ];
}

/** Whoever holds a report learns that its grade is another one, or that it is withdrawn from them. */
export function regradeEffects({ payload, record, happened }: Ctx, after: IntelligenceGrade): Effect[] {
  const { recipients, grade } = record.standing;
  const held = holdersOfReport(record.standing);
  if (held.length === 0 || !grade) return [];
  const { recipients: decided = [] } = payload;
  const goes = (one: ReportRecipient) => decided.some((said) => isFor(one, said) && !said.stays);
  const gone = held.filter(goes);
  const kept = gradeWords(grade) === gradeWords(after) ? [] : held.filter((one) => !goes(one));
  const told = (kind: string, to: ReportRecipient[]) =>
    [...new Set(to.flatMap(principalsOfRecipient))].map(
      (principal) => ({ do: 'send', kind, principal }) as const,
    );
  return [
    {
      do: 'set',
      patch: {
        recipients: recipients.map((one) => (gone.includes(one) ? { ...one, withdrawnAt: happened } : one)),
      },
    },
    ...told('intelligence-regraded', kept),
    ...told('intelligence-withdrawn', gone),
  ];
}
