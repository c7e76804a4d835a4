import {
  type IdentifierKind,
  identifierKindCodes,
  type NameableKind,
  nameableKinds,
  type Perhaps,
  type Platform,
  perhaps,
  platformCodes,
  type SubmitIntelligencePayload,
  type WayOfKnowing,
  type WrittenIdentifier,
  waysOfKnowing,
} from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Code, Id, OneOf, Optional, Parts, Text, Truth } from '../fields.js';

/** A phone, a plate, a name online, an address, as somebody wrote it. */
export class WrittenIdentifierBody implements WrittenIdentifier {
  @OneOf(identifierKindCodes)
  kind: IdentifierKind;

  @Code(200)
  text: string;

  /** Where online, for a name that is used there. */
  @Optional()
  @OneOf(platformCodes)
  platform?: Platform;
}

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
