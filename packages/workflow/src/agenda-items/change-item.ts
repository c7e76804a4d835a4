import type { Context, Fault, Missing, Reader, StoredRecord } from '../model.js';
import { findPerson } from '../person-named.js';
import { shortened } from '../shortened.js';
import { type Effect, type GuardContext, missing } from '../topic.js';
import { sittingOf } from './sitting-of.js';
import type { AgendaItemStanding } from './standing.js';

/** What of an item is set right before it is heard; what is left out stays. */
export interface ChangeItemPayload {
  section?: string;
  asked?: string;
  minutes?: number;
  presenterId?: string;
  /** Everybody who is there for this item only, in place of those who were named; at most eight. */
  attendeeIds?: string[];
}

type Ctx = Context<AgendaItemStanding, ChangeItemPayload>;

/** How many attend one item. */
export const attendeesNamed = 8;

/** Whom a change names, to be read with it. */
export const namedInChange = ({ presenterId, attendeeIds = [] }: ChangeItemPayload) =>
  [...(presenterId ? [presenterId] : []), ...attendeeIds].map((id) => ({ kind: 'user', id }) as const);

/** The rule of when an item may be changed: while its agenda is prepared or its sitting is in session. */
export const changeRules = {
  isToCome: (context: GuardContext<AgendaItemStanding>): Missing[] => {
    const sitting = sittingOf(context);
    return !sitting || ['agendaOpen', 'papersIssued', 'inSession'].includes(sitting.state as string)
      ? []
      : missing('toCome', 'The agenda of this sitting is not being prepared any more.', 'the coordinator');
  },
};

/** Payload rules of a change: a section of the area's, and people with accounts. */
export function changeFaults({ payload, facts, profile }: Ctx): Fault[] {
  const faults: Fault[] = [];
  const { section, presenterId, attendeeIds = [] } = payload;
  if (section && !profile.panel.agenda.some(({ id }) => id === section))
    faults.push({
      pointer: '/section',
      code: 'section',
      detail: `The section is one of ${profile.panel.agenda.map(({ id }) => id).join(', ')}.`,
    });
  if (presenterId && !findPerson(facts, presenterId))
    faults.push({
      pointer: '/presenterId',
      code: 'noPerson',
      detail: 'The presenter is somebody with an account.',
    });
  attendeeIds.forEach((id, index) => {
    if (!findPerson(facts, id))
      faults.push({
        pointer: `/attendeeIds/${index}`,
        code: 'noPerson',
        detail: 'Whoever attends the item is somebody with an account.',
      });
  });
  if (new Set(attendeeIds).size > attendeesNamed)
    faults.push({
      pointer: '/attendeeIds',
      code: 'most',
      detail: `At most ${attendeesNamed} people attend one item besides the members.`,
    });
  return faults;
}

/** The recorder of a change; who attends is written too, so that it is known later who read the sheet and why. */
export const itemChanges = {
  recordItemChange: ({ payload, facts, actor }: Ctx): Effect[] => {
    const { attendeeIds, presenterId, asked, ...rest } = payload;
    const named = (id: string) => ({ id, name: findPerson(facts, id)?.name ?? '' });
    const patch: Partial<AgendaItemStanding> = {
      ...rest,
      ...(asked === undefined ? {} : { asked: shortened(asked, 300) }),
      ...(presenterId === undefined ? {} : { presenterId, presenterName: named(presenterId).name }),
      ...(attendeeIds === undefined ? {} : { attendees: [...new Set(attendeeIds)].map(named) }),
    };
    return [
      { do: 'write', kind: 'item-changed', class: 'sheet', body: { ...payload, by: actor.name } },
      { do: 'set', patch },
    ];
  },
};

/** Those who are there for this item only read its sheet until its end and the days of grace after. */
export function attendeeReaders(
  { standing }: StoredRecord<AgendaItemStanding>,
  until: string | null,
): Reader[] {
  return (standing.attendees ?? []).map(({ id }) => ({ principal: `user:${id}`, class: 'sheet', until }));
}
