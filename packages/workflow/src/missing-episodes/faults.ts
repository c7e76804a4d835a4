import type { ChildStanding } from '../children/standing.js';
import { isEarlier } from '../clocks/is-earlier.js';
import { localDate } from '../clocks/time-zone.js';
import type { Context, Fault } from '../model.js';
import { absencesOf, beginningOf, childOf, lasts } from './absences.js';
import type {
  ChangeKindPayload,
  DecideReportPayload,
  RecordEpisodePayload,
  RecordReturnPayload,
  RecordSearchPayload,
  ReportMissingPayload,
} from './payloads.js';
import type { MissingEpisodeStanding } from './standing.js';

type Ctx<P extends object> = Context<MissingEpisodeStanding, P>;

const fault = (pointer: string, code: string, detail: string): Fault => ({ pointer, code, detail });

const ended = (end: string | null | undefined): string => end ?? '9999-12-31';

function orderFaults({ start, end }: { start: string; end?: string | undefined }): Fault[] {
  if (!end || end >= start) return [];
  return [fault('/end', 'order', 'The episode ends before it starts.')];
}

function overlapFaults(
  pointer: string,
  episode: { start: string; end?: string | undefined },
  others: ChildStanding['episodes'],
): Fault[] {
  const other = others.find((one) => episode.start < ended(one.end) && one.start < ended(episode.end));
  if (!other) return [];
  const until = other.end ? ` and ended on ${other.end}` : ' and has not ended';
  return [
    fault(
      pointer,
      'overlap',
      `The episode overlaps one on the books that started on ${other.start}${until}.`,
    ),
  ];
}

function childFaults(child: ChildStanding | undefined): Fault[] {
  if (!child) return [fault('/childId', 'noChild', 'No child on the books has this id.')];
  if (!child.joinedWith) return [];
  return [fault('/childId', 'merged', 'This record was joined with another of the child: name that one.')];
}

/** An episode that overlaps one on the books is refused, and does not count (SSDA903: no overlap, none while one is open). */
export function episodeFaults(context: Ctx<RecordEpisodePayload>): Fault[] {
  const { payload } = context;
  const child = childOf(context);
  const unknown = childFaults(child);
  if (!child || unknown.length > 0) return unknown;
  const today = localDate(context.at, context.profile.timeZone);
  const found = [
    ...orderFaults(payload),
    ...(['start', 'end'] as const).flatMap((part) =>
      (payload[part] ?? '') > today ? [fault(`/${part}`, 'future', 'The day lies in the future.')] : [],
    ),
    ...overlapFaults('/start', payload, child.episodes),
  ];
  if (child.birthDate && payload.start < child.birthDate)
    found.push(fault('/start', 'beforeBirth', 'The episode starts before the child was born.'));
  return found;
}

function whenFaults(pointer: string, instant: string, { at }: Pick<Ctx<object>, 'at'>): Fault[] {
  return isEarlier(at, instant) ? [fault(pointer, 'future', 'This lies in the future.')] : [];
}

/** A report names a child or describes one; across a boundary it says which area is which. */
export function reportFaults(context: Ctx<ReportMissingPayload>): Fault[] {
  const { payload } = context;
  const { childId, child, hostingPart, otherArea } = payload;
  const described = Boolean(child && Object.values(child).some(Boolean));
  const who = childId
    ? childFaults(childOf(context))
    : described
      ? []
      : [fault('/child', 'who', 'Name a child on the books, or say who the child is as far as you know.')];
  const area =
    Boolean(hostingPart) === Boolean(otherArea)
      ? []
      : [
          hostingPart
            ? fault('/otherArea', 'area', 'Name the other area.')
            : fault(
                '/hostingPart',
                'part',
                'Say whether that area placed the child here, or is where the child lives.',
              ),
        ];
  return [...who, ...whenFaults('/since', payload.since, context), ...area];
}

/** The part that begins is another than that before it, and begins within the absence. */
export function kindFaults(context: Ctx<ChangeKindPayload>): Fault[] {
  const { payload, record, profile } = context;
  const { kind, before = [], since, start } = record.standing;
  const began = before.at(-1)?.until ?? since ?? beginningOf(start, profile.timeZone);
  return [
    ...(payload.kind === kind ? [fault('/kind', 'same', 'That is what the absence is already.')] : []),
    ...whenFaults('/from', payload.from, context),
    ...(isEarlier(payload.from, began)
      ? [fault('/from', 'order', 'This lies before the absence, or what it is now, began.')]
      : []),
  ];
}

/** Something is said; a level that is set or changed says why where it is lowered. */
export function searchFaults({ payload }: Ctx<RecordSearchPayload>): Fault[] {
  return Object.values(payload).some(Boolean)
    ? []
    : [
        fault(
          '',
          'nothing',
          'Say what has changed: the level, who is looking, the trigger plan, or what is known.',
        ),
      ];
}

/** Another absence begins once the one before it is over. */
export function decisionFaults(context: Ctx<DecideReportPayload>): Fault[] {
  const { payload, record, profile } = context;
  if (payload.decision !== 'another') return [];
  const since = payload.since ?? record.standing.since;
  if (!since) return [];
  const other = absencesOf(context).find(({ standing }) => lasts(standing, since, profile.timeZone));
  return [
    ...whenFaults('/since', since, context),
    ...(other
      ? [
          fault(
            '/since',
            'overlap',
            'The absence before it was not over then. Say since when the child is missing again.',
          ),
        ]
      : []),
  ];
}

/** A return ends the absence no earlier than it began, and not over another that began since. */
export function returnFaults(context: Ctx<RecordReturnPayload>): Fault[] {
  const { record, payload, profile } = context;
  const { start, since } = record.standing;
  const child = childOf(context);
  if (!child) return [fault('', 'noChild', 'The child is not one that you may see.')];
  const { end, returned } = payload;
  if (Boolean(end) === Boolean(returned))
    return [fault('/returned', 'asked', 'Say when the child returned: the date and time, or the day alone.')];
  const day = returned ? localDate(returned, profile.timeZone) : end;
  const others = child.episodes.filter((one) => one.start !== start || one.end !== null);
  const pointer = returned ? '/returned' : '/end';
  const early = returned && since && isEarlier(returned, since);
  return [
    ...(early ? [fault('/returned', 'order', 'The child returned before the absence began.')] : []),
    ...(returned ? whenFaults('/returned', returned, context) : []),
    ...orderFaults({ start, end: day }).map((one) => ({ ...one, pointer })),
    ...overlapFaults(pointer, { start, end: day }, others),
  ];
}
