import type { Context, Fault, Missing, Reader, StoredRecord } from '../model.js';
import type { BeforePanels } from '../panels/case-members.js';
import { findPerson } from '../person-named.js';
import { shortened } from '../shortened.js';
import { type Effect, type GuardContext, missing, type Step } from '../topic.js';
import { sittingOf } from './sitting-of.js';
import { type AgendaItemStanding, caseOfItem } from './standing.js';

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

/** How many people come to a sitting for single items: its standing holds who they are. */
export const guestsNamed = 60;

/** Who is asked to come to an item of the sitting and was asked to none before. */
function newGuests({ payload, locked, record }: Pick<Ctx, 'payload' | 'locked' | 'record'>): string[] {
  const known = sittingOf({ locked, record })?.standing.guests ?? [];
  return [...new Set(payload.attendeeIds ?? [])].filter((id) => !known.includes(id));
}

/**
 * The sitting learns who comes for an item alone: by that they know that it is, when and where. So does its case, whose
 * sheet they read. A cluster is of several children and shows them none.
 */
export function guestSteps(context: Ctx): Step[] {
  const { payload, record, locked } = context;
  const guests = newGuests(context);
  const sitting = sittingOf(context);
  const { caseId, caseKind, subject } = record.standing;
  const about = subject || caseKind === 'cluster' ? undefined : locked.find(({ id }) => id === caseId);
  const named = [...new Set(payload.attendeeIds ?? [])];
  const before = (about?.standing as Partial<BeforePanels> | undefined)?.guests ?? [];
  return [
    ...(sitting && guests.length > 0
      ? [
          {
            record: { kind: 'sitting', id: sitting.id } as const,
            event: 'receive-guests',
            payload: { guests },
          },
        ]
      : []),
    ...(about && payload.attendeeIds && named.join() !== before.join()
      ? [{ record: caseOfItem(record.standing), event: 'receive-guests', payload: { guests: named } }]
      : []),
  ];
}

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
export function changeFaults(context: Ctx): Fault[] {
  const { payload, facts, profile } = context;
  const faults: Fault[] = [];
  const { section, presenterId, attendeeIds = [] } = payload;
  const heard = sittingOf(context)?.standing.sections ?? profile.panel.agenda.map(({ id }) => id);
  if (section && !heard.includes(section))
    faults.push({
      pointer: '/section',
      code: 'section',
      detail: `The section is one of ${heard.join(', ')}.`,
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
  const guests = sittingOf(context)?.standing.guests ?? [];
  if (guests.length + newGuests(context).length > guestsNamed)
    faults.push({
      pointer: '/attendeeIds',
      code: 'most',
      detail: `At most ${guestsNamed} people come to one sitting for single items.`,
    });
  return faults;
}

/** The recorder of a change; who attends is written too, so that it is known later who read the sheet and why. */
export const itemChanges = {
  recordItemChange: ({ payload, facts, actor, record }: Ctx): Effect[] => {
    const before = (record.standing.attendees ?? []).map(({ id }) => id);
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
      ...[...new Set(attendeeIds ?? [])]
        .filter((id) => !before.includes(id) && id !== actor.userId)
        .map((id) => ({ do: 'send', kind: 'item-attending', principal: `user:${id}` }) as const),
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
