import { ageOn } from '../clocks/age.js';
import { localDate } from '../clocks/time-zone.js';
import { derivedId } from '../derived-id.js';
import { localId } from '../local-id.js';
import type { ProposalReason } from '../missing-episodes/proposal-rule.js';
import type { Context, Fault } from '../model.js';
import { monthsBefore } from '../months-before.js';
import type { Profile } from '../profile/profile.js';
import type { Effect, Step } from '../topic.js';
import type { ChildStanding } from './standing.js';

/** One assessment by social care; its factors count once it was authorised. Days are local dates. */
export interface SocialCareAssessment {
  start?: string;
  authorised?: string;
  /** Codes of factors at the end of the assessment (children in need census). */
  factors: string[];
}

/** A referral to social care, as a return gives it, with the assessments that came of it. */
export interface RecordSocialCareReferralPayload {
  referred: string;
  source?: string;
  need?: string;
  closed?: string;
  closureReason?: string;
  noFurtherAction?: boolean;
  assessments: SocialCareAssessment[];
  /** The day for which ages and windows are worked out; today where it is left out. */
  asAt?: string;
  from: string;
}

type Ctx = Context<ChildStanding, RecordSocialCareReferralPayload>;

/**
 * Whether what social care found proposes a referral: the latest assessment with one of the profile's factors that was
 * authorised in its months up to and with the as-at day, for a child under its age on that day. What was proposed once
 * is not proposed again, whether it waits or was decided.
 */
export function factorProposal(
  child: Pick<ChildStanding, 'birthDate' | 'factorsProposed'>,
  assessments: readonly SocialCareAssessment[],
  asAt: string,
  profile: Profile,
): ProposalReason | null {
  const { factors: wanted = [], months, underAge } = profile.referralProposal;
  if (!child.birthDate || ageOn(child.birthDate, asAt, profile.timeZone) >= underAge) return null;
  const from = monthsBefore(asAt, months);
  const since = child.factorsProposed && child.factorsProposed > from ? child.factorsProposed : from;
  const found = assessments.flatMap(({ authorised, factors }) => {
    const codes = factors.filter((code) => wanted.includes(code));
    return authorised && authorised > since && authorised <= asAt && codes.length > 0
      ? [{ codes, authorised }]
      : [];
  });
  const [latest] = found.sort((one, other) => (one.authorised < other.authorised ? 1 : -1));
  return latest ? { episodes: 0, from, to: asAt, factors: latest } : null;
}

function proposalOf({ payload, profile, at }: Ctx, child: ChildStanding): ProposalReason | null {
  return factorProposal(child, payload.assessments, payload.asAt ?? localDate(at, profile.timeZone), profile);
}

/** Keeps a referral to social care as it was given, and the day of the assessment that proposes one here. */
export function recordSocialCareReferral(context: Ctx): Effect[] {
  const { payload, record } = context;
  const factorsProposed = proposalOf(context, record.standing)?.factors?.authorised;
  return [
    { do: 'write', kind: 'social-care-referral', class: 'case', body: payload },
    ...(factorsProposed ? [{ do: 'set', patch: { factorsProposed } } as const] : []),
  ];
}

/** The referral proposal that the factors make, for triage to decide on: never an automatic case. */
export function factorSteps(context: Ctx): Step[] {
  const { payload, record, locked, commandId } = context;
  const before = locked.find((one) => one.id === record.id)?.standing as ChildStanding | undefined;
  const because = before && proposalOf(context, before);
  if (!because) return [];
  return [
    {
      record: { kind: 'referralProposal', id: derivedId(commandId, localId.childCase) },
      event: 'raise-proposal',
      payload: { childId: record.id, childName: record.standing.name, because, from: payload.from },
      parentId: record.id,
    },
  ];
}

/** Days in their order: nothing ends before it begins, and nothing was decided that lies ahead. */
export function socialCareFaults({ payload, at, profile }: Ctx): Fault[] {
  const today = localDate(at, profile.timeZone);
  const { referred, closed, assessments } = payload;
  const later: Fault[] = assessments.flatMap(({ authorised }, place) =>
    authorised && authorised > today
      ? [
          {
            pointer: `/assessments/${place}/authorised`,
            code: 'future',
            detail: 'The assessment is said to be authorised on a day that lies ahead.',
          },
        ]
      : [],
  );
  if (closed && closed < referred)
    later.push({ pointer: '/closed', code: 'order', detail: 'It was closed before it was referred.' });
  if (referred > today)
    later.push({ pointer: '/referred', code: 'future', detail: 'The referral lies ahead.' });
  return later;
}
