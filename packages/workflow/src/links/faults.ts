import { localDate } from '../clocks/time-zone.js';
import { readIdentifier } from '../identifiers/identifier.js';
import type { Context, Fault, RecordRef } from '../model.js';
import { idAt, inOrder, isRecordKind, type LinkedKind, type WrittenEnd } from './ends.js';
import { joinsEnds, linkKinds, recordedLinkKinds } from './kinds.js';
import type { LinkStanding, RecordLinkPayload, RenewLinkPayload, ReviewLinkPayload } from './standing.js';

type Ctx<P extends object> = Context<LinkStanding, P>;

/** The records that a new link joins, and the one that it comes from. */
export function recordsNamed({ from, to, sourceRecord }: RecordLinkPayload): RecordRef[] {
  const ends = [from, to].flatMap((end) => {
    const id = idAt(end);
    return id ? [{ kind: end.kind as LinkedKind, id }] : [];
  });
  return [...ends, ...(sourceRecord ? [sourceRecord] : [])];
}

function endFaults(end: WrittenEnd, pointer: string, { locked, at, profile }: Ctx<object>): Fault[] {
  const { kind, text, platform } = end;
  if (isRecordKind(kind)) {
    const known = locked.some((one) => one.kind === kind && one.id === end.id);
    return known ? [] : [{ pointer, code: 'notFound', detail: 'No such record is on the books for you.' }];
  }
  if (!text) return [{ pointer: `${pointer}/text`, code: 'required', detail: 'Write the identifier.' }];
  const read = readIdentifier(
    { kind, text, ...(platform ? { platform } : {}) },
    localDate(at, profile.timeZone),
  );
  return 'fault' in read ? [{ pointer: `${pointer}/text`, code: 'unreadable', detail: read.fault }] : [];
}

function sourceFaults({ sourceRecord }: RecordLinkPayload, { locked }: Ctx<object>): Fault[] {
  if (!sourceRecord || locked.some(({ kind, id }) => kind === sourceRecord.kind && id === sourceRecord.id))
    return [];
  return [{ pointer: '/sourceRecord', code: 'notFound', detail: 'No such record is on the books for you.' }];
}

function kindFaults({ kind, from, to }: RecordLinkPayload): Fault[] {
  if (!recordedLinkKinds.includes(kind))
    return [
      {
        pointer: '/kind',
        code: 'drawn',
        detail: `“${linkKinds[kind].words}” follows from an incident or a measure: link the child and the other there.`,
      },
    ];
  const [one, other] = inOrder([from, to]);
  if (idAt(one) && idAt(one) === idAt(other))
    return [{ pointer: '/to', code: 'sameEnd', detail: 'A record is not linked with itself.' }];
  if (idAt(one) === null)
    return [
      { pointer: '/from', code: 'noRecord', detail: 'One end at least is a child, a person or a place.' },
    ];
  return joinsEnds(kind, one.kind, other.kind)
    ? []
    : [
        {
          pointer: '/kind',
          code: 'ends',
          detail: `“${linkKinds[kind].words}” does not join these two; choose another kind of link.`,
        },
      ];
}

/** Days run forward, and none lies in the future. */
function dayFaults(
  { firstOn, lastOn }: { firstOn: string; lastOn?: string | undefined },
  { at, profile }: Ctx<object>,
): Fault[] {
  const today = localDate(at, profile.timeZone);
  const faults: Fault[] = [];
  if (firstOn > today)
    faults.push({ pointer: '/firstOn', code: 'future', detail: 'What was seen cannot lie in the future.' });
  if (lastOn && lastOn > today)
    faults.push({ pointer: '/lastOn', code: 'future', detail: 'What was seen cannot lie in the future.' });
  if (lastOn && lastOn < firstOn)
    faults.push({ pointer: '/lastOn', code: 'order', detail: 'The last day lies before the first.' });
  return faults;
}

function reviewFaults(
  { reviewBy }: { reviewBy?: string | undefined },
  { at, profile }: Ctx<object>,
): Fault[] {
  if (!reviewBy || reviewBy > localDate(at, profile.timeZone)) return [];
  return [{ pointer: '/reviewBy', code: 'past', detail: 'The day of the review lies ahead.' }];
}

const mayGrade = ({ actor }: Ctx<object>) =>
  actor.kind === 'import' || actor.roles.some((role) => role.startsWith('intelligence-'));

/** All that is wrong with a new link. Police alone grade, and say what the workers of a child are told. */
export function recordFaults(context: Ctx<RecordLinkPayload>): Fault[] {
  const { payload } = context;
  const byPolice = mayGrade(context);
  const ungraded: Fault[] = payload.grade
    ? []
    : (['told', 'reviewBy'] as const)
        .filter((field) => payload[field] !== undefined)
        .map((field) => ({ pointer: `/${field}`, code: 'ungraded', detail: 'This goes with a grade.' }));
  const graded: Fault[] =
    payload.grade && !byPolice
      ? [{ pointer: '/grade', code: 'police', detail: 'The intelligence desk grades it: leave this out.' }]
      : [];
  return [
    ...endFaults(payload.from, '/from', context),
    ...endFaults(payload.to, '/to', context),
    ...kindFaults(payload),
    ...sourceFaults(payload, context),
    ...dayFaults(payload, context),
    ...graded,
    ...ungraded,
    ...reviewFaults(payload, context),
  ];
}

/** A grade is reviewed on a day that lies ahead; what may not be shared is told nobody. */
export function gradeFaults(
  context: Ctx<{ grade: { handling: string }; told?: string; reviewBy: string }>,
): Fault[] {
  const { payload } = context;
  const kept: Fault[] =
    payload.grade.handling === 'C' && payload.told
      ? [
          {
            pointer: '/told',
            code: 'conditions',
            detail: 'With handling C nobody is told by the link: share it by a report, under its conditions.',
          },
        ]
      : [];
  return [...reviewFaults(payload, context), ...kept];
}

/** A review finds no day before the first. */
export function seenFaults(context: Ctx<ReviewLinkPayload | RenewLinkPayload>): Fault[] {
  const { payload, record } = context;
  const { lastOn, reviewBy } = payload;
  return [
    ...dayFaults({ firstOn: record.standing.firstOn, lastOn }, context),
    ...reviewFaults({ reviewBy }, context),
  ];
}
