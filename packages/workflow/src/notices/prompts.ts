import { sureness } from '../child-cases/harm.js';
import { keptOfCaseAbove } from '../child-cases/on-case.js';
import type { AssessRiskPayload, RecordReferralPayload } from '../child-cases/payloads.js';
import type { ChildCaseStanding } from '../child-cases/standing.js';
import { derivedId } from '../derived-id.js';
import { localId } from '../local-id.js';
import type { Context, StoredRecord } from '../model.js';
import type { Effect, Step } from '../topic.js';
import {
  type NoticeCause,
  type NoticeKind,
  type NoticeStanding,
  noticeKinds,
  type PromptNoticePayload,
} from './standing.js';

/** A notice that something which was recorded calls for. */
interface Prompt {
  kind: NoticeKind;
  cause: NoticeCause;
}

const nrm: Prompt = { kind: 'nrm', cause: 'movement' };
const lado: Prompt = { kind: 'lado', cause: 'position-of-trust' };

/** The indicator by which instruments ask whether others moved the child. */
const movedByOthers = 'moved-by-others';

type Recorded = Partial<RecordReferralPayload> & Partial<Pick<AssessRiskPayload, 'harm' | 'answers'>>;

/**
 * Notices that a referral or an assessment calls for: a position of trust the designated officer (Working Together:
 * within one working day), movement for exploitation the National Referral Mechanism (Modern Slavery Act 2015, s52).
 */
export function promptsOf({ concern, positionOfTrust, harm = [], answers = [] }: Recorded): Prompt[] {
  const trafficked = harm.some(({ kind, certainty }) => kind === 'trafficking' && certainty !== 'none-known');
  const moved = answers.some(({ code, answer }) => code === movedByOthers && answer === 'yes');
  return [
    ...(positionOfTrust === 'yes' ? [lado] : []),
    ...(concern === 'trafficking' || trafficked || moved ? [nrm] : []),
  ];
}

type Ctx = Context<ChildCaseStanding, Recorded>;

const known = (standing: Partial<ChildCaseStanding> | undefined): readonly string[] =>
  standing?.prompted ?? [];

/** The case keeps which notices it asked about: each once until the case is taken up again, or what calls for it is surer. */
export function recordPrompts({ record, payload }: Ctx): Effect[] {
  const before = known(record.standing);
  const prompted = [...new Set([...before, ...promptsOf(payload).map(({ kind }) => kind)])].sort();
  return prompted.length > before.length ? [{ do: 'set', patch: { prompted } }] : [];
}

const settled: readonly unknown[] = ['notNeeded', 'answered'];

/** Whether a notice of that kind on the case still waits for a decision, its sending or an answer. */
function waits({ facts, record }: Ctx, kind: NoticeKind): boolean {
  return facts.related.some(
    (one) =>
      one.kind === 'notice' &&
      one.parentId === record.id &&
      (one.standing as NoticeStanding).kind === kind &&
      !settled.includes(one.state),
  );
}

/** Whether an assessment is surer than the case was that the child is trafficked: then the answer to a notice may be another. */
function isSurer({ harm = [] }: Recorded, before: Partial<ChildCaseStanding> | undefined): boolean {
  const known = sureness(before?.harm?.trafficking?.certainty ?? 'none-known');
  return harm.some(({ kind, certainty }) => kind === 'trafficking' && sureness(certainty) > known);
}

/**
 * The notices that come up with a referral or an assessment, each as a record of its own that waits for a decision:
 * none beside one of its kind that waits still.
 */
export function promptSteps(context: Ctx): Step[] {
  const { record, payload, locked, commandId } = context;
  const before = locked.find(({ id }) => id === record.id)?.standing as ChildCaseStanding | undefined;
  const isNew = (kind: NoticeKind) =>
    !known(before).includes(kind) || (kind === 'nrm' && isSurer(payload, before));
  return promptsOf(payload)
    .filter(({ kind }) => isNew(kind) && !waits(context, kind))
    .map((prompt) => noticeStep(record, commandId, prompt));
}

/** A notice that another record brings up on its case. */
export function noticeStep(
  above: StoredRecord<ChildCaseStanding>,
  commandId: string,
  prompt: Prompt & Pick<PromptNoticePayload, 'need'>,
): Step {
  return promptStep(keptOfCaseAbove(above), commandId, prompt);
}

/** The same, where what is kept of the case is at hand and the case is not. */
export function promptStep(
  kept: ReturnType<typeof keptOfCaseAbove>,
  commandId: string,
  prompt: Prompt & Pick<PromptNoticePayload, 'need'>,
): Step {
  const id = derivedId(commandId, localId.notice + noticeKinds.indexOf(prompt.kind));
  return {
    record: { kind: 'notice', id },
    event: 'prompt-notice',
    payload: { ...kept, ...prompt } satisfies PromptNoticePayload,
    parentId: kept.caseId,
    ...(prompt.need ? { choice: prompt.need } : {}),
  };
}
