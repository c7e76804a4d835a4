import {
  type AddStandardPayload,
  type JudgeStandardPayload,
  type QualityStandardStanding,
  type StandardRating,
  standardRatings,
} from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { CommandBody, command, ReasonBody } from '../command.js';
import { Day, Id, OneOf, Optional, Text } from '../fields.js';
import { changeLead } from '../registers/bodies.js';
import { RegisterQuery, registerRegister } from '../registers/register.js';

/** A standard that an agency is held to, who leads it there, and by when it is judged first. */
export class AddStandardBody extends CommandBody implements AddStandardPayload {
  @Text(20)
  number: string;

  @Text(120)
  title: string;

  @Text(2000)
  asks: string;

  @Id()
  agencyId: string;

  @Id()
  leadId: string;

  @Day()
  due: string;
}

/** How far it is met, on what evidence, and by when it is judged again. */
export class JudgeStandardBody extends CommandBody implements JudgeStandardPayload {
  @OneOf(standardRatings)
  rating: StandardRating;

  @Text(5000)
  evidence: string;

  @Day()
  on: string;

  @Day()
  due: string;
}

/** Which standards a list shows: of an agency, of a judgement. */
export class QualityStandardsQuery extends RegisterQuery {
  @Optional()
  @Id()
  agencyId?: string;

  @Optional()
  @OneOf(standardRatings)
  rating?: StandardRating;
}

/** Everything of standards that can be asked over HTTP. */
export function qualityStandardRoutes(app: FastifyInstance): void {
  registerRegister<QualityStandardStanding>(app, {
    kind: 'qualityStandard',
    commands: [
      command('quality-standards/add-standard', AddStandardBody),
      command('quality-standards/judge-standard', JudgeStandardBody),
      changeLead('quality-standards'),
      command('quality-standards/retire-standard', ReasonBody),
    ],
    schemas: ['QualityStandardsView', 'QualityStandardView'],
    summaries: [
      'Standards that agencies are held to, the newest first',
      'One standard, with every judgement',
    ],
    query: QualityStandardsQuery,
    filters: ['agencyId', 'rating'],
    shown: ['number', 'title', 'agencyId', 'agencyName', 'rating', 'on'],
  });
}
