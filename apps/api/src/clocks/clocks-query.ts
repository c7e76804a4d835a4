import { type ClockStand, type ClocksAsked, clockStands } from '@mase/store';
import { fixedClockIds, gradedClockIds, periodOf, type RecordKind, topics } from '@mase/workflow';
import { Day, Id, Listed, OneOf, Optional, SomeOf } from '../fields.js';
import { PageQuery, type SortAsked, Sorted } from '../page.js';
import { demandDays } from '../report-of-days.js';

/** Which clocks are asked for: by kind, agency, owner, standing, and the days on which they are or were due. */
export class ClocksQuery extends PageQuery {
  @Sorted('due', '-due')
  sort?: SortAsked;

  @Optional()
  @Listed()
  @SomeOf([...fixedClockIds, ...gradedClockIds])
  rule?: string[];

  /** The kind of record on which they run. */
  @Optional()
  @OneOf(topics.map(({ kind }) => kind))
  kind?: RecordKind;

  /** The agency of whoever owns the record, or that itself is asked. */
  @Optional()
  @Id()
  agencyId?: string;

  @Optional()
  @Id()
  ownerId?: string;

  @Optional()
  @Listed()
  @SomeOf(clockStands)
  stands?: ClockStand[];

  /** Due on this day or later. */
  @Optional()
  @Day()
  from?: string;

  /** Due on this day or earlier. */
  @Optional()
  @Day()
  to?: string;
}

/** No clock is due before or after these days. */
const [first, last] = ['1970-01-01', '2199-12-31'];

/** What the store is asked, with days of the area's own time; 400 where the last day lies before the first. */
export function clocksAsked(
  { rule, kind, agencyId, ownerId, stands, from = first, to = last, sort }: ClocksQuery,
  timeZone: string,
): Omit<ClocksAsked, 'limit'> {
  demandDays({ from, to });
  const { to: until, ...since } = periodOf(from, to, timeZone);
  return { rules: rule, kind, agencyId, ownerId, stands, ...since, until, latest: sort === '-due' };
}
