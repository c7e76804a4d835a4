import {
  type OfficerDefinedEthnicity,
  officerDefinedCodes,
  type PersonDescription,
  personSexes,
  type SelfDefinedEthnicity,
  selfDefinedCodes,
  trusts,
} from '@mase/workflow';
import { Day, OneOf, Optional, Parts, Text, Texts, Whole } from '../fields.js';
import { WrittenIdentifierBody } from '../identifiers/written-identifier.js';

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
  @Parts(() => WrittenIdentifierBody, 16)
  identifiers?: WrittenIdentifierBody[];
}
