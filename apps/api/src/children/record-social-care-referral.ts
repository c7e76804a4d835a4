import type { RecordSocialCareReferralPayload, SocialCareAssessment } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Day, Optional, Parts, Text, Texts, Truth } from '../fields.js';

/** One assessment by social care, and the factors that stood at its end. */
export class SocialCareAssessmentBody implements SocialCareAssessment {
  @Optional()
  @Day()
  start?: string;

  @Optional()
  @Day()
  authorised?: string;

  @Texts(10, 60)
  factors: string[];
}

/** A referral to social care, as the children in need census gives it. */
export class RecordSocialCareReferralBody extends CommandBody implements RecordSocialCareReferralPayload {
  @Day()
  referred: string;

  @Optional()
  @Text(40)
  source?: string;

  @Optional()
  @Text(40)
  need?: string;

  @Optional()
  @Day()
  closed?: string;

  @Optional()
  @Text(40)
  closureReason?: string;

  @Optional()
  @Truth()
  noFurtherAction?: boolean;

  @Parts(() => SocialCareAssessmentBody, 30)
  assessments: SocialCareAssessmentBody[];

  @Optional()
  @Day()
  asAt?: string;

  @Text(100)
  from: string;
}

/** `POST /api/v1/children/:id/record-social-care-referral`. */
export const recordSocialCareReferral = command(
  'children/record-social-care-referral',
  RecordSocialCareReferralBody,
);
