import { instantMs, instantOf } from '../clocks/time-zone.js';
import type { StoredRecord } from '../model.js';
import type { JoiningMember, PanelStanding, PanelWords, PlanSeriesPayload } from '../panels/standing.js';
import type { Partnership, PersonName } from './people.js';

/** What a made-up panel says of itself. */
export function panelWords(chairId: string, over: Partial<PanelWords> = {}): PanelWords {
  return {
    name: 'Made-up panel',
    kind: 'locality',
    chairId,
    place: 'Made-up offices, room 2',
    minutes: 120,
    ...over,
  };
}

/** A rule of the first Thursday of each month at ten, for half a year from some weeks ahead. */
export function aSeries(from: string, over: Partial<PlanSeriesPayload> = {}): PlanSeriesPayload {
  const until = instantOf(instantMs(`${from}T12:00:00.000Z`) + 180 * 86_400_000).slice(0, 10);
  return {
    every: 'month',
    nth: 'first',
    weekday: 'thursday',
    startTime: '10:00',
    minutes: 120,
    from,
    until,
    ...over,
  };
}

/** A panel that a test leads to where it wants it; every step is a real command. */
export class PanelBuilder {
  readonly id: string;

  constructor(
    readonly world: Partnership,
    over: Partial<PanelWords> = {},
  ) {
    const payload = panelWords(world.people.chair.userId, over);
    this.id = world.give('panels/found-panel', payload, world.people.coordinator).id;
  }

  get record(): StoredRecord<PanelStanding> {
    return this.world.getRecord(this.id);
  }

  /** Gives any command of the panel. */
  give(verb: string, payload: object, who: PersonName = 'coordinator'): this {
    this.world.give(`panels/${verb}`, payload, this.world.people[who], { record: this.id });
    return this;
  }

  /** With these people as members. */
  withMembers(...names: PersonName[]): this {
    const join = names.map(
      (name): JoiningMember => ({ userId: this.world.people[name].userId, as: 'member' }),
    );
    return this.give('change-members', { join, reason: 'Founding' });
  }
}

/** A panel on the books, chaired by the made-up chair. */
export function aPanel(world: Partnership, over?: Partial<PanelWords>): PanelBuilder {
  return new PanelBuilder(world, over);
}
