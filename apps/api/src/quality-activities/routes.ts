import {
  type ActivityKind,
  activityKinds,
  type FinishActivityPayload,
  type PlanActivityPayload,
  type QualityActivityStanding,
} from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { CommandBody, command, ReasonBody } from '../command.js';
import { Day, Id, OneOf, Optional, Text } from '../fields.js';
import { changeLead } from '../registers/bodies.js';
import { RegisterQuery, registerRegister } from '../registers/register.js';

/** What is to be done in the year, by whom and by when. */
export class PlanActivityBody extends CommandBody implements PlanActivityPayload {
  @Text(120)
  title: string;

  @OneOf(activityKinds)
  activity: ActivityKind;

  @Text(2000)
  about: string;

  @Id()
  leadId: string;

  @Day()
  due: string;
}

/** When it was carried out, and what came of it. */
export class FinishActivityBody extends CommandBody implements FinishActivityPayload {
  @Day()
  on: string;

  @Text(5000)
  outcome: string;
}

/** Which activities a list shows: those of a kind. */
export class QualityActivitiesQuery extends RegisterQuery {
  @Optional()
  @OneOf(activityKinds)
  activity?: ActivityKind;
}

/** Everything of the quality calendar that can be asked over HTTP. */
export function qualityActivityRoutes(app: FastifyInstance): void {
  registerRegister<QualityActivityStanding>(app, {
    kind: 'qualityActivity',
    commands: [
      command('quality-activities/plan-activity', PlanActivityBody),
      changeLead('quality-activities'),
      command('quality-activities/finish-activity', FinishActivityBody),
      command('quality-activities/drop-activity', ReasonBody),
    ],
    schemas: ['QualityActivitiesView', 'QualityActivityView'],
    summaries: ['What the quality calendar holds, the newest first', 'One activity of the quality calendar'],
    query: QualityActivitiesQuery,
    filters: ['activity'],
    shown: ['title', 'activity', 'on'],
  });
}
