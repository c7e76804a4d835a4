import { type PlanSeriesPayload, seriesDays, seriesPlaces, seriesSteps } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Day, Id, Link, OneOf, Optional, Text, Texts, TimeOfDay, Whole } from '../fields.js';

/** The rule by which a panel sits, and between which days its sittings are put on the books. */
export class PlanSeriesBody extends CommandBody implements PlanSeriesPayload {
  @OneOf(seriesSteps)
  every: PlanSeriesPayload['every'];

  /** For a rule of weeks: every how many. */
  @Optional()
  @Whole(1, 26)
  weeks?: number;

  /** For a rule of months or quarters: which such day of the month. */
  @Optional()
  @OneOf(seriesPlaces)
  nth?: Exclude<PlanSeriesPayload['nth'], undefined>;

  @OneOf(seriesDays)
  weekday: PlanSeriesPayload['weekday'];

  /** By the clock on the wall, HH:MM. */
  @TimeOfDay()
  startTime: string;

  @Whole(15, 600)
  minutes: number;

  @Day()
  from: string;

  @Day()
  until: string;

  /** Days of the rule on which it does not sit. */
  @Optional()
  @Texts(10, 60)
  leaveOut?: string[];

  @Optional()
  @Id()
  chairId?: string;

  @Optional()
  @Text(200)
  place?: string;

  @Optional()
  @Link()
  link?: string;
}

/** `POST /api/v1/panels/:id/plan-series`. */
export const planSeries = command('panels/plan-series', PlanSeriesBody);
