import { localDate } from '../clocks/time-zone.js';
import type { Actor, Context, Fault, Missing } from '../model.js';
import { findPerson } from '../person-named.js';
import { type GuardContext, missing, otherWay } from '../topic.js';
import { findMeasureCode, isLawOn, type MeasureCode, measuresOn } from './measure-codes.js';
import type {
  AllocateMeasurePayload,
  ApplyPayload,
  BreachPayload,
  ConsiderMeasurePayload,
  GrantPayload,
  ServePayload,
  VaryPayload,
} from './payloads.js';
import { codeOf, type MeasureStanding } from './standing.js';

type Ctx<P extends object> = Context<MeasureStanding, P>;
type Guard = GuardContext<MeasureStanding>;

const isNotice = ({ record }: Guard): boolean => codeOf(record.standing).via === 'notice';

/** The rules of measures: what is missing for a way to be open. */
export const rules = {
  isGranted: (context: Guard): Missing[] =>
    isNotice(context)
      ? missing(
          'notice',
          'A notice is served: nobody grants it.',
          'its owner, by recording how it was served',
        )
      : [],
  isServedNotice: (context: Guard): Missing[] =>
    isNotice(context)
      ? []
      : missing('notGranted', 'It is served once it is granted.', 'its owner, by recording who granted it'),
  isUnserved: ({ record }: Guard): Missing[] =>
    record.standing.served === null ? [] : missing('served', 'It was served already.', 'nobody'),
  isRunning: ({ record }: Guard): Missing[] =>
    otherWay(record.standing.expiresOn !== null, 'a measure with a last day'),
};

const fault = (pointer: string, code: string, detail: string): Fault[] => [{ pointer, code, detail }];

const lists: Record<string, (code: MeasureCode) => boolean> = {
  'intelligence-officer': () => true,
  'intelligence-supervisor': () => true,
  coordinator: () => true,
  'licensing-officer': ({ licensing }) => licensing === true,
  manager: ({ owner }) => owner === 'local-authority',
  senior: ({ owner }) => owner === 'local-authority',
};

/** The measures that somebody may consider on a day: of the list what is law, and his or her own service’s. */
export function measuresFor({ roles }: Pick<Actor, 'roles'>, day: string): MeasureCode[] {
  return measuresOn(day).filter((one) => roles.some((role) => lists[role]?.(one)));
}

const ownFaults = (code: MeasureCode, { actor }: Ctx<object>): Fault[] =>
  actor.roles.some((role) => lists[role]?.(code))
    ? []
    : fault(
        '/code',
        'otherOwner',
        'Your role decides on measures of your own service: ask the police or the coordinator for this one.',
      );

function strandFaults(code: MeasureCode, { payload }: Ctx<ConsiderMeasurePayload>): Fault[] {
  const { personId, locationId, childIds = [] } = payload;
  const bears = (strand: MeasureCode['strands'][number]) => code.strands.includes(strand);
  if (personId && !bears('person'))
    return fault('/personId', 'strand', 'This measure is not taken against a person.');
  if (locationId && !bears('place') && !personId)
    return fault('/locationId', 'strand', 'This measure is not taken at a place: name the person.');
  const needed = [...(bears('person') ? [personId] : []), ...(bears('place') ? [locationId] : [])];
  if (
    needed.length > 0 &&
    !needed.some(Boolean) &&
    !(bears('child') && code.code !== 'cawn' && childIds.length)
  )
    return fault(bears('person') ? '/personId' : '/locationId', 'asked', 'Say on whom it is, or where.');
  if (code.code === 'cawn' && childIds.length !== 1)
    return fault('/childIds', 'oneChild', 'A notice about abduction protects one child: name him or her.');
  if (bears('child') && needed.length === 0 && childIds.length === 0)
    return fault('/childIds', 'asked', 'Say which child it protects.');
  return [];
}

function foundFaults({ payload, locked, facts }: Ctx<ConsiderMeasurePayload>): Fault[] {
  const { personId, locationId, childIds = [], ownerId } = payload;
  const there = (kind: string, id: string | undefined) =>
    id === undefined || locked.some((one) => one.kind === kind && one.id === id);
  const gone = childIds.findIndex((id) => {
    const child = locked.find((one) => one.kind === 'child' && one.id === id);
    return !child || (child.standing as { joinedWith?: string | null }).joinedWith;
  });
  return [
    ...(there('person', personId)
      ? []
      : fault('/personId', 'noPerson', 'This is no person whom you may see.')),
    ...(there('location', locationId)
      ? []
      : fault('/locationId', 'noPlace', 'This is no place that you may see.')),
    ...(gone < 0 ? [] : fault(`/childIds/${gone}`, 'noChild', 'This is no child whom you may see.')),
    ...(ownerId && !findPerson(facts, ownerId)
      ? fault('/ownerId', 'noOwner', 'The owner is somebody with an account here.')
      : []),
  ];
}

/**
 * What is taken was law on the day on which it was considered, fits whom it is on, and belongs to the service of whoever
 * considers it: an order that was made under a law which has ended since runs on, and is recorded with its day.
 */
export function considerFaults(context: Ctx<ConsiderMeasurePayload>): Fault[] {
  const { payload, happened, profile } = context;
  const code = findMeasureCode(payload.code);
  if (!code || !isLawOn(code, localDate(happened, profile.timeZone)))
    return fault('/code', 'notLaw', 'Choose a measure that was law on that day: the list says which.');
  const noReader = payload.handling === 'C' && !payload.readers?.length;
  return [
    ...ownFaults(code, context),
    ...strandFaults(code, context),
    ...foundFaults(context),
    ...aheadFaults(context),
    ...(noReader
      ? fault('/readers', 'asked', 'Name those who read it: with conditions nobody else does.')
      : []),
  ];
}

/** The next date lies ahead, or is today. */
export function aheadFaults({ payload, at, profile }: Ctx<Pick<ApplyPayload, 'nextOn'>>): Fault[] {
  return payload.nextOn < localDate(at, profile.timeZone)
    ? fault('/nextOn', 'past', 'The next date lies ahead.')
    : [];
}

/** A last day lies on or after the day from which the measure is in force. */
export function lastDayFaults({ payload, happened, profile }: Ctx<Pick<GrantPayload, 'lastDay'>>): Fault[] {
  const { lastDay } = payload;
  return lastDay && lastDay < localDate(happened, profile.timeZone)
    ? fault('/lastDay', 'order', 'The last day lies on or after the day on which it began.')
    : [];
}

/** Of a variation: either a last day, or that it has none. */
export function variedFaults(context: Ctx<VaryPayload>): Fault[] {
  const { lastDay, noLastDay } = context.payload;
  const both = lastDay !== undefined && noLastDay;
  return [
    ...(both
      ? fault('/noLastDay', 'both', 'Clear the last day, or answer that it has one: it cannot be both.')
      : []),
    ...lastDayFaults(context),
  ];
}

/** A notice says what it asks; an order has that from the court. */
export function serveFaults(context: Ctx<ServePayload>): Fault[] {
  const { payload, record } = context;
  const silent = codeOf(record.standing).via === 'notice' && !payload.conditions;
  return [
    ...(silent ? fault('/conditions', 'asked', 'Write what the notice asks.') : []),
    ...lastDayFaults(context),
  ];
}

/** A breach lies within the days on which the measure was in force. */
export function breachFaults({ record, happened, profile }: Ctx<BreachPayload>): Fault[] {
  const { granted, served, ended } = record.standing;
  const on = localDate(happened, profile.timeZone);
  const [from = ''] = [granted?.on, served?.on].filter((day) => day !== undefined).sort();
  return on < from || (ended !== null && on > ended.on)
    ? fault('/happened', 'notInForce', 'The measure was not in force on that day.')
    : [];
}

/** The new owner has an account. */
export function ownerFaults({ payload, facts }: Ctx<AllocateMeasurePayload>): Fault[] {
  return findPerson(facts, payload.ownerId)
    ? []
    : fault('/ownerId', 'noOwner', 'The owner is somebody with an account here.');
}
