import {
  findingCodes,
  type NameableKind,
  nameableKinds,
  type Perhaps,
  perhaps,
  type SubmitIntelligencePayload,
  type WayOfKnowing,
  waysOfKnowing,
} from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Id, OneOf, Optional, Parts, SomeOf, Text, Truth } from '../fields.js';
import { WrittenIdentifierBody } from '../identifiers/written-identifier.js';

/** A record on the books that the report is about. */
export class NamedRecordBody {
  @OneOf(nameableKinds)
  kind: NameableKind;

  @Id()
  id: string;
}

/** What was seen, when and where, in plain words; nothing of it is graded. */
export class SubmitIntelligenceBody extends CommandBody implements SubmitIntelligencePayload {
  /** The case from whose page it is sent. */
  @Optional()
  @Id()
  caseId?: string;

  /** The return home interview that brought it. */
  @Optional()
  @Id()
  interviewId?: string;

  /** Which of its findings the report tells of. */
  @Optional()
  @SomeOf(findingCodes, 0)
  findings?: string[];

  @Text(20_000)
  seen: string;

  @Text(500)
  when: string;

  @Text(500)
  where: string;

  @Optional()
  @Text(2000)
  whoElseKnows?: string;

  @OneOf(waysOfKnowing)
  howKnown: WayOfKnowing;

  @OneOf(perhaps)
  fromChild: Perhaps;

  /** Whether acting on it could show where it came from. */
  @OneOf(perhaps)
  couldShow: Perhaps;

  @Truth()
  childInDanger: boolean;

  @Optional()
  @Parts(() => WrittenIdentifierBody, 20)
  identifiers?: WrittenIdentifierBody[];

  @Optional()
  @Parts(() => NamedRecordBody, 10)
  named?: NamedRecordBody[];
}

/** `POST /api/v1/intelligence/submit-intelligence`. */
export const submitIntelligence = command('intelligence/submit-intelligence', SubmitIntelligenceBody);
