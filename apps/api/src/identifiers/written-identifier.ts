import {
  type IdentifierKind,
  identifierKindCodes,
  type Platform,
  platformCodes,
  type WrittenIdentifier,
} from '@mase/workflow';
import { Code, OneOf, Optional } from '../fields.js';

/** An identifier as somebody wrote it: a plate has seven characters, an address on four lines the most. */
export const IdentifierText = (): PropertyDecorator => Code(300);

/** A phone number, a registration, a name used online, an address and the like, as it was written. */
export class WrittenIdentifierBody implements WrittenIdentifier {
  @OneOf(identifierKindCodes)
  kind: IdentifierKind;

  @IdentifierText()
  text: string;

  /** Where online, for a name that is used there. */
  @Optional()
  @OneOf(platformCodes)
  platform?: Platform;
}
