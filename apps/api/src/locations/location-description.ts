import {
  type LocationDescription,
  type LocationKind,
  type LocationLever,
  locationKinds,
  locationLevers,
} from '@mase/workflow';
import { Degrees, OneOf, Optional, Parts, SomeOf, Text, Texts } from '../fields.js';
import { WrittenIdentifierBody } from '../identifiers/written-identifier.js';

/** What is told of a place; what is left out is not known yet. */
export class DescribedLocation implements LocationDescription {
  @Optional()
  @Text(120)
  name?: string;

  @Optional()
  @OneOf(locationKinds)
  kind?: LocationKind;

  @Optional()
  @Texts(120, 10)
  aliases?: string[];

  @Optional()
  @Text(300)
  address?: string;

  @Optional()
  @Text(12)
  postcode?: string;

  @Optional()
  @Degrees(90)
  latitude?: number;

  @Optional()
  @Degrees(180)
  longitude?: number;

  @Optional()
  @Text(120)
  handle?: string;

  @Optional()
  @Text(300)
  manager?: string;

  @Optional()
  @Text(200)
  licence?: string;

  @Optional()
  @Text(200)
  regulator?: string;

  @Optional()
  @SomeOf(locationLevers, 0)
  levers?: LocationLever[];

  @Optional()
  @Text(5000)
  description?: string;

  @Optional()
  @Parts(() => WrittenIdentifierBody, 16)
  identifiers?: WrittenIdentifierBody[];
}
