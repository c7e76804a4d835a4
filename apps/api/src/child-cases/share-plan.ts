import type { SharePlanPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Id, Ids, Optional, Part, Text, Truth } from '../fields.js';

/** How the plain version was given to somebody, or why not. */
export class GivenBody {
  @Truth()
  given: boolean;

  @Optional()
  @Text(2000)
  how?: string;

  @Optional()
  @Text(2000)
  whyNot?: string;
}

/** The same of the parent, and which of several carers it was. */
export class GivenParentBody extends GivenBody {
  /** The id under which the parent or carer stands on the child’s record. */
  @Optional()
  @Text(200)
  carerId?: string;
}

/** Who else has the disruption part, as a police officer names them. */
export class DisruptionAlsoBody {
  @Ids(8)
  userIds: string[];

  @Id()
  namedBy: string;
}

/** A plan shared with those who carry it: under which power, to what purpose. */
export class SharePlanBody extends CommandBody implements SharePlanPayload {
  @Text(500)
  power: string;

  @Text(2000)
  purpose: string;

  @Part(() => GivenBody)
  child: GivenBody;

  @Part(() => GivenParentBody)
  parent: GivenParentBody;

  @Optional()
  @Part(() => DisruptionAlsoBody)
  disruptionAlso?: DisruptionAlsoBody;
}

/** `POST /api/v1/child-cases/:id/share-plan`. */
export const sharePlan = command('child-cases/share-plan', SharePlanBody);
