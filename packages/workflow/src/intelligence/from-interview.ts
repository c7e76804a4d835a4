import type { Context, Fault, RecordRef, StoredRecord } from '../model.js';
import type { ReturnInterviewStanding } from '../return-interviews/standing.js';
import type { Step } from '../topic.js';
import type { IntelligenceStanding, SubmitIntelligencePayload } from './standing.js';

type Ctx = Context<IntelligenceStanding, SubmitIntelligencePayload>;
type Interview = StoredRecord<ReturnInterviewStanding>;

/** The interview that a submission names, to be locked: it learns what was sent. */
export function interviewLocked({ interviewId }: SubmitIntelligencePayload): RecordRef[] {
  return interviewId ? [{ kind: 'returnInterview', id: interviewId }] : [];
}

/** The interview that brought a report, where whoever submits it reads the interview. */
export function interviewNamed({ payload, locked }: Ctx): Interview | undefined {
  const { interviewId } = payload;
  return locked.find((one) => one.kind === 'returnInterview' && one.id === interviewId) as
    | Interview
    | undefined;
}

/** Findings go to the desk from an interview that was held, and only what was found there. */
export function interviewFaults(context: Ctx): Fault[] {
  const { interviewId, findings = [] } = context.payload;
  const fault = (pointer: string, code: string, detail: string): Fault[] => [{ pointer, code, detail }];
  if (!interviewId)
    return findings.length > 0
      ? fault('/findings', 'noInterview', 'Name the interview in which this was found.')
      : [];
  const interview = interviewNamed(context);
  if (!interview) return fault('/interviewId', 'noRecord', 'This is no interview that you may see.');
  if (interview.state !== 'completed')
    return fault('/interviewId', 'notHeld', 'The interview is not held yet: record it first.');
  return findings.every((code) => interview.standing.findings.includes(code))
    ? []
    : fault('/findings', 'notFound', 'Choose from what was found in the interview.');
}

/** Where a report comes from, for the desk alone: which interview, when and by whom it was held, what was found. */
export function interviewSource(context: Ctx): { interview?: object } {
  const interview = interviewNamed(context);
  if (!interview) return {};
  const { heldAt, by, agency } = interview.standing;
  const { findings = [] } = context.payload;
  return { interview: { id: interview.id, heldAt, by, agency, findings } };
}

/** The interview learns that it was sent and which findings; not the report, nor what becomes of it. */
export function interviewSteps(context: Ctx): Step[] {
  const interview = interviewNamed(context);
  if (!interview) return [];
  const { kind, id } = interview;
  const { findings = [] } = context.payload;
  return [{ record: { kind, id }, event: 'receive-submission', payload: { findings } }];
}
