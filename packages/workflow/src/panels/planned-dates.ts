import { localDate } from '../clocks/time-zone.js';
import { derivedId } from '../derived-id.js';
import { localId } from '../local-id.js';
import type { Context } from '../model.js';
import type { SittingStanding } from '../sittings/standing.js';
import type { Step } from '../topic.js';
import { type ProposedSitting, seriesDates } from './series.js';
import type { PanelStanding, PlanSeriesPayload } from './standing.js';

type Ctx = Context<PanelStanding, PlanSeriesPayload>;

/** The days on which a panel sits already, by its sittings that are not cancelled. */
export function daysTaken({ facts, profile }: Pick<Ctx, 'facts' | 'profile'>): string[] {
  return facts.related
    .filter(({ kind, state }) => kind === 'sitting' && state !== 'cancelled')
    .map(({ standing }) => localDate((standing as SittingStanding).startsAt, profile.timeZone));
}

/** The sittings that a series adds: what its rule gives, without days left out and days on which the panel sits already. */
export function plannedDates(context: Ctx): ProposedSitting[] {
  const { payload, profile } = context;
  const without = [...(payload.leaveOut ?? []), ...daysTaken(context)];
  return seriesDates(payload, payload, profile).filter(({ date }) => !without.includes(date));
}

/** Each sitting of a series, scheduled in the same change: all of them or none. */
export function plannedSittings(context: Ctx): Step[] {
  const { record, payload, commandId } = context;
  const { chairId, place, link } = payload;
  return plannedDates(context).map(
    ({ startsAt, endsAt }, index): Step => ({
      record: { kind: 'sitting', id: derivedId(commandId, localId.plannedSitting + index) },
      event: 'schedule-sitting',
      payload: {
        panelId: record.id,
        startsAt,
        endsAt,
        planned: true,
        ...(chairId ? { chairId } : {}),
        ...(place ? { place } : {}),
        ...(link ? { link } : {}),
      },
      parentId: record.id,
    }),
  );
}
