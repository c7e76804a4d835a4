import {
  type HandlingCode,
  type HandlingCondition,
  handlingCodeCodes,
  handlingConditionCodes,
  type InformationGrade,
  type IntelligenceGrade,
  informationGradeCodes,
  type LinkKind,
  type LinkSource,
  linkSources,
  type RecordLinkPayload,
  recordedLinkKinds,
  type SourceGrade,
  sourceGradeCodes,
} from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Day, Id, OneOf, Optional, Part, SomeOf, Text } from '../fields.js';
import { LinkEndBody } from './link-end.js';

/** What police say of source, information and handling. */
export class LinkGradeBody implements IntelligenceGrade {
  @OneOf(sourceGradeCodes)
  source: SourceGrade;

  @OneOf(informationGradeCodes)
  information: InformationGrade;

  @OneOf(handlingCodeCodes)
  handling: HandlingCode;

  @SomeOf(handlingConditionCodes, 0)
  conditions: HandlingCondition[];
}

/** The record on the books that a link comes from. */
export class LinkSourceBody {
  @OneOf(['intelligence', 'incident', 'disruptionMeasure', 'childCase', 'missingEpisode'])
  kind: 'intelligence' | 'incident' | 'disruptionMeasure' | 'childCase' | 'missingEpisode';

  @Id()
  id: string;
}

/** Two that are linked: how, since when, and who says so. */
export class RecordLinkBody extends CommandBody implements RecordLinkPayload {
  @OneOf(recordedLinkKinds)
  kind: LinkKind;

  @Part(() => LinkEndBody)
  from: LinkEndBody;

  @Part(() => LinkEndBody)
  to: LinkEndBody;

  @Day()
  firstOn: string;

  /** The last day on which it was known to hold; the first where it is left out. */
  @Optional()
  @Day()
  lastOn?: string;

  @OneOf(linkSources)
  source: LinkSource;

  @Optional()
  @Part(() => LinkSourceBody)
  sourceRecord?: LinkSourceBody;

  @Text(5000)
  words: string;

  /** Police alone grade. */
  @Optional()
  @Part(() => LinkGradeBody)
  grade?: LinkGradeBody;

  /** What workers of a linked child are told, in words that show no source. */
  @Optional()
  @Text(2000)
  told?: string;

  @Optional()
  @Day()
  reviewBy?: string;
}

/** `POST /api/v1/links/record-link`. */
export const recordLink = command('links/record-link', RecordLinkBody);
