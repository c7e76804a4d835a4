import {
  type AuditGrade,
  auditGrades,
  type ChaseAuditPayload,
  type CommissionAuditPayload,
  type ModerateAuditPayload,
  type Moderation,
  moderations,
  type PracticeTheme,
  practiceThemes,
  type ReturnAuditPayload,
} from '@mase/workflow';
import { CommandBody, command, ReasonBody } from '../command.js';
import { Day, Id, OneOf, Optional, SomeOf, Text } from '../fields.js';

/** Which case is audited, by whom, until when and why. */
export class CommissionAuditBody extends CommandBody implements CommissionAuditPayload {
  @Id()
  caseId: string;

  @Id()
  auditorId: string;

  @Day()
  due: string;

  @Text(1000)
  reason: string;

  @Optional()
  @Id()
  sampleId?: string;
}

/** What the auditor is told, and another day where the first cannot be kept. */
export class ChaseAuditBody extends CommandBody implements ChaseAuditPayload {
  @Text(1000)
  words: string;

  @Optional()
  @Day()
  due?: string;
}

/** A grade and its evidence for each of four parts, and an overall judgement with reasons. */
export class ReturnAuditBody extends CommandBody implements ReturnAuditPayload {
  @OneOf(auditGrades)
  referral: AuditGrade;

  @Text(5000)
  referralEvidence: string;

  @OneOf(auditGrades)
  assessment: AuditGrade;

  @Text(5000)
  assessmentEvidence: string;

  @OneOf(auditGrades)
  plan: AuditGrade;

  @Text(5000)
  planEvidence: string;

  @OneOf(auditGrades)
  outcomes: AuditGrade;

  @Text(5000)
  outcomesEvidence: string;

  @OneOf(auditGrades)
  overall: AuditGrade;

  @Text(5000)
  reasons: string;

  @Optional()
  @SomeOf(practiceThemes, 0)
  themes?: PracticeTheme[];
}

/** Whether the audit stands or goes back, and the overall judgement where it differs. */
export class ModerateAuditBody extends CommandBody implements ModerateAuditPayload {
  @OneOf(moderations)
  outcome: Moderation;

  @Optional()
  @OneOf(auditGrades)
  overall?: AuditGrade;

  @Text(5000)
  reasons: string;

  @Optional()
  @Day()
  due?: string;
}

/** The commands of a case audit: `POST /api/v1/case-audits[/:id]/<verb>`. */
export const auditCommands = [
  command('case-audits/commission-audit', CommissionAuditBody),
  command('case-audits/chase-audit', ChaseAuditBody),
  command('case-audits/return-audit', ReturnAuditBody),
  command('case-audits/moderate-audit', ModerateAuditBody),
  command('case-audits/withdraw-audit', ReasonBody),
];
