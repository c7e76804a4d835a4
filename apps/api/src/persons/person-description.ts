import {
  type IdentifierKind,
  identifierKindCodes,
  type OfficerDefinedEthnicity,
  officerDefinedCodes,
  type PersonDescription,
  type Platform,
  personSexes,
  platformCodes,
  type SelfDefinedEthnicity,
  selfDefinedCodes,
  trusts,
  type WrittenIdentifier,
} from '@mase/workflow';
import { Day, OneOf, Optional, Parts, Text, Texts, Whole } from '../fields.js';

/** A phone number, a registration, a name used online and the like, as it was written. */
export class IdentifierBody implements WrittenIdentifier {
  @OneOf(identifierKindCodes)
  kind: IdentifierKind;

  @Text(300)
  text: string;

  @Optional()
  @OneOf(platformCodes)
  platform?: Platform;
}

/** What is told of a person; what is left out is not known yet. */
export class DescribedPerson implements PersonDescription {
  @Optional()
  @Text(120)
  name?: string;

  @Optional()
  @Texts(120, 10)
  aliases?: string[];

  @Optional()
  @Day()
  birthDate?: string;

  @Optional()
  @Whole(8, 120)
  ageFrom?: number;

  @Optional()
  @Whole(8, 120)
  ageTo?: number;

  @Optional()
  @OneOf(personSexes)
  sex?: (typeof personSexes)[number];

  @Optional()
  @Text(5000)
  description?: string;

  @Optional()
  @OneOf(selfDefinedCodes)
  ethnicitySelf?: SelfDefinedEthnicity;

  @Optional()
  @OneOf(officerDefinedCodes)
  ethnicityOfficer?: OfficerDefinedEthnicity;

  @Optional()
  @Text(80)
  nationality?: string;

  @Optional()
  @Text(120)
  licence?: string;

  @Optional()
  @OneOf(trusts)
  positionOfTrust?: (typeof trusts)[number];

  @Optional()
  @Parts(() => IdentifierBody, 16)
  identifiers?: IdentifierBody[];
}
