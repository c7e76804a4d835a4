import type { AgendaItemStanding, RecordPanelDecisionPayload } from '../agenda-items/standing.js';
import { instantMs, instantOf } from '../clocks/time-zone.js';
import type { StoredRecord } from '../model.js';
import type { SittingStanding } from '../sittings/standing.js';
import { aQuorum, aSittingOn, broughtForward } from './payloads.js';
import type { Partnership, PersonName } from './people.js';

/** A sitting that a test leads to where it wants it; every step is a real command. */
export class SittingBuilder {
  readonly id: string;

  constructor(
    readonly world: Partnership,
    inDays = 14,
    panelId?: string,
  ) {
    const day = instantOf(instantMs(world.at) + inDays * 86_400_000).slice(0, 10);
    const startsAt = `${day}T13:00:00.000Z`;
    const payload = panelId ? { panelId, startsAt } : aSittingOn(startsAt, world.people.chair.userId);
    this.id = world.give('sittings/schedule-sitting', payload, world.people.coordinator).id;
  }

  get record(): StoredRecord<SittingStanding> {
    return this.world.getRecord(this.id);
  }

  /** The items of the agenda, in the order of its making. */
  get items(): StoredRecord<AgendaItemStanding>[] {
    return this.world.all('agendaItem').filter((one) => one.parentId === this.id) as never;
  }

  /** Gives any command of the sitting. */
  give(verb: string, payload: object, who: PersonName = 'coordinator'): this {
    const given = verb === 'start-sitting' ? { ...this.heldToday(), ...payload } : payload;
    this.world.give(`sittings/${verb}`, given, this.world.people[who], { record: this.id });
    return this;
  }

  /** Why it is held today, where it is fixed for another day. */
  private heldToday(): object {
    const { startsAt } = this.record.standing;
    return startsAt.slice(0, 10) === this.world.at.slice(0, 10) ? {} : broughtForward;
  }

  agendaOpen(): this {
    return this.give('open-agenda', {});
  }

  /** With an item of the case, unless that has carried itself there from the sitting before. */
  withItem(caseId: string): this {
    if (this.record.state === 'scheduled') this.agendaOpen();
    if (this.items.some(({ subjectId, state }) => subjectId === caseId && state === 'waiting')) return this;
    return this.give('add-item', { caseId, section: 'child-review', asked: 'Does the plan suffice?' });
  }

  papersIssued(): this {
    return this.give('issue-papers', { recipients: [this.world.people.member.userId] });
  }

  /** In session and quorate, on an agenda that has an item. */
  inSession(): this {
    if (this.record.state === 'agendaOpen') this.papersIssued();
    this.withQuorumListed();
    this.give('record-attendance', aQuorum());
    return this.give('start-sitting', {}, 'chair');
  }

  /** The made-up quorum on the list of the panel, where it is one on the books. */
  withQuorumListed(): this {
    const { panelId: record } = this.record.standing;
    const join = aQuorum().attendance.map(({ attendance: _said, ...one }) => one);
    const { coordinator } = this.world.people;
    if (record)
      this.world.give('panels/change-members', { join, reason: 'Made up' }, coordinator, { record });
    return this;
  }

  /** In session without the agencies of the quorum. */
  inSessionInquorate(): this {
    if (this.record.state === 'agendaOpen') this.papersIssued();
    return this.give('start-sitting', { inquorateReason: 'The roads were closed' }, 'chair');
  }

  /** The item of a case, opened. */
  hearing(caseId: string): this {
    const item = this.itemOf(caseId);
    this.world.give('agenda-items/open-item', {}, this.world.people.chair, { record: item.id });
    return this;
  }

  /** The item of a case, decided. */
  deciding(caseId: string, over: Partial<RecordPanelDecisionPayload> = {}): this {
    if (this.itemOf(caseId).state === 'waiting') this.hearing(caseId);
    const { people } = this.world;
    const item = this.itemOf(caseId);
    this.world.give('agenda-items/record-panel-decision', aDecision(over), people.chair, { record: item.id });
    return this;
  }

  ended(): this {
    return this.give('end-sitting', {}, 'chair');
  }

  /** The item of a case on this agenda; throws where there is none. */
  itemOf(caseId: string): StoredRecord<AgendaItemStanding> {
    const item = this.items.find((one) => one.subjectId === caseId);
    if (!item) throw new Error(`The case ${caseId} is not on this agenda`);
    return item;
  }
}

/** A decision to continue, with a date of review, unless told otherwise. */
export function aDecision(over: Partial<RecordPanelDecisionPayload> = {}): RecordPanelDecisionPayload {
  return { decision: 'continue', reasons: 'Made-up reasons', actions: [], nextReview: '2029-06-01', ...over };
}

/** A scheduled sitting, so many days ahead; of a panel where one is named, else under a free name. */
export function aSitting(world: Partnership, inDays?: number, panelId?: string): SittingBuilder {
  return new SittingBuilder(world, inDays, panelId);
}

/** A sitting that has given a child's action to the health agency, which has not named who does it. */
export function aSittingOfAgencyAction(one: { id: string; world: Partnership }): SittingBuilder {
  const agencyId = one.world.people.member.agencyId as string;
  const actions = [
    { what: 'Offer an appointment (made up)', agencyId, part: 'safety' as const, due: '2029-06-01' },
  ];
  return aSitting(one.world).withItem(one.id).inSession().deciding(one.id, { actions });
}
