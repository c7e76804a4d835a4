import {
  type LinkedIdentifier,
  type LinkedKind,
  linkedIdentifiers,
  linkedKinds,
  type Platform,
  platformCodes,
  type WrittenEnd,
} from '@mase/workflow';
import { Id, OneOf, Optional } from '../fields.js';
import { IdentifierText } from '../identifiers/written-identifier.js';

/** One end of a link: a record by its id, or a phone, a plate, a name online as somebody wrote it. */
export class LinkEndBody implements WrittenEnd {
  @OneOf([...linkedKinds, ...linkedIdentifiers])
  kind: LinkedKind | LinkedIdentifier;

  @Optional()
  @Id()
  id?: string;

  @Optional()
  @IdentifierText()
  text?: string;

  /** Where online, for a name that is used there. */
  @Optional()
  @OneOf(platformCodes)
  platform?: Platform;
}
