import { type AddSubjectPayload, type SubjectKind, subjectKinds } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Id, OneOf, Optional, Text, Whole } from '../fields.js';

/** An item without a case put on the agenda: a theme, a requirement, a challenge or an order that runs out. */
export class AddSubjectBody extends CommandBody implements AddSubjectPayload {
  @OneOf(subjectKinds)
  subject: SubjectKind;

  @Optional()
  @Id()
  subjectId?: string;

  @Text(200)
  title: string;

  @Optional()
  @Text(20_000)
  words?: string;

  @Text(80)
  section: string;

  @Text(2000)
  asked: string;

  @Optional()
  @Whole(1, 240)
  minutes?: number;

  @Optional()
  @Id()
  presenterId?: string;

  @Optional()
  @Id()
  carriedFrom?: string;

  @Optional()
  @Text(2000)
  lateReason?: string;
}

/** `POST /api/v1/sittings/:id/add-subject`. */
export const addSubject = command('sittings/add-subject', AddSubjectBody);
