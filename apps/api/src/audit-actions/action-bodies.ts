import {
  type AddAuditActionPayload,
  type AnswerProofPayload,
  type AuditActionEnding,
  type AuditPart,
  auditActionEndings,
  auditParts,
  type EndAuditActionPayload,
  type GiveProofPayload,
  type HandOverPayload,
  type ProofAnswer,
  proofAnswers,
} from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Day, Id, OneOf, Optional, Text } from '../fields.js';

/** What a finding leads to: who does what by when, and how it will be known. */
export class AddAuditActionBody extends CommandBody implements AddAuditActionPayload {
  @Id()
  auditId: string;

  @Id()
  caseId: string;

  @Optional()
  @OneOf(auditParts)
  part?: AuditPart;

  @Text(1000)
  what: string;

  @Text(1000)
  proofWanted: string;

  @Id()
  ownerId: string;

  @Day()
  due: string;
}

/** What shows that it was done. */
export class GiveProofBody extends CommandBody implements GiveProofPayload {
  @Text(5000)
  proof: string;
}

/** Whether the proof shows it, and until when it is to be done where it does not. */
export class AnswerProofBody extends CommandBody implements AnswerProofPayload {
  @OneOf(proofAnswers)
  answer: ProofAnswer;

  @Text(5000)
  words: string;

  @Optional()
  @Day()
  due?: string;
}

/** Who does it from now on, by when, and why. */
export class HandOverAuditActionBody extends CommandBody implements HandOverPayload {
  @Id()
  ownerId: string;

  @Day()
  due: string;

  @Text(1000)
  reason: string;
}

/** Why it ends without proof: left undone, or no longer possible. */
export class EndAuditActionBody extends CommandBody implements EndAuditActionPayload {
  @OneOf(auditActionEndings)
  how: AuditActionEnding;

  @Text(5000)
  reason: string;
}

/** The commands of an action from an audit: `POST /api/v1/audit-actions[/:id]/<verb>`. */
export const auditActionCommands = [
  command('audit-actions/add-action', AddAuditActionBody),
  command('audit-actions/give-proof', GiveProofBody),
  command('audit-actions/answer-proof', AnswerProofBody),
  command('audit-actions/hand-over', HandOverAuditActionBody),
  command('audit-actions/end-action', EndAuditActionBody),
];
