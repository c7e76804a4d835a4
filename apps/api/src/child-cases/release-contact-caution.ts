import type { ReleaseContactCautionPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Id, Text } from '../fields.js';

/** Which caution is released, and why it is safe to. */
export class ReleaseContactCautionBody extends CommandBody implements ReleaseContactCautionPayload {
  @Id()
  cautionId: string;

  @Text(5000)
  reason: string;
}

/** `POST /api/v1/child-cases/:id/release-contact-caution`. */
export const releaseContactCaution = command(
  'child-cases/release-contact-caution',
  ReleaseContactCautionBody,
);
