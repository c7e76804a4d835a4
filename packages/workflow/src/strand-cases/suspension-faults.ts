import type { Fault } from '../model.js';
import { asked, type Ctx, fault, today } from './fault-words.js';
import type { ChangeReleasePayload, PrepareReleasePayload, SuspendStrandPayload } from './payloads.js';
import type { Strand } from './strand.js';

/** A release or return that is known, or the day on which somebody looks again. */
function awaited(context: Ctx<SuspendStrandPayload | ChangeReleasePayload>, needed: boolean): Fault[] {
  const { releaseOn, checkBy } = context.payload;
  const ahead = (day: string | undefined, field: string) =>
    day && day <= today(context) ? fault(`/${field}`, 'past', 'The day lies ahead.') : [];
  return [
    ...(needed && !releaseOn && !checkBy
      ? fault(
          '/releaseOn',
          'asked',
          'Give the expected release or return, or the day on which you look again.',
        )
      : []),
    ...(releaseOn && checkBy
      ? fault('/checkBy', 'both', 'With a known release no other day is needed.')
      : []),
    ...ahead(releaseOn, 'releaseOn'),
    ...ahead(checkBy, 'checkBy'),
  ];
}

/** Payload rules of a suspension: its reason, until when, and who is told of a release. */
export const suspensionFaults =
  (strand: Strand) =>
  (context: Ctx<SuspendStrandPayload>): Fault[] => {
    const { reason, offenderManager, mappa, releaseOn } = context.payload;
    const inCustody = reason === 'custody';
    return [
      ...(strand.suspensions.some((one) => one === reason)
        ? []
        : fault('/reason', 'reason', `The reason is one of ${strand.suspensions.join(', ')}.`)),
      ...awaited(context, true),
      ...(inCustody ? asked(mappa, 'mappa', 'Give the MAPPA level, or say that it is not known.') : []),
      ...(inCustody && releaseOn
        ? asked(offenderManager, 'offenderManager', 'Name the offender manager, or “not yet allocated”.')
        : []),
    ];
  };

/** Payload rules of a release or return that has changed. */
export function releaseFaults(context: Ctx<ChangeReleasePayload>): Fault[] {
  const {
    words: _words,
    happened: _happened,
    ...changed
  } = context.payload as ChangeReleasePayload & {
    happened?: string;
  };
  return [
    ...awaited(context, false),
    ...(Object.keys(changed).length === 0 ? fault('', 'nothing', 'Say what has changed.') : []),
  ];
}

/** Payload rules of a step before a release: one whose clock still runs. */
export function preparedFaults({ payload, record }: Ctx<PrepareReleasePayload>): Fault[] {
  const rule = payload.stage === 'three-months' ? 'release-three-months' : 'release-28-days';
  return record.standing.clocks.some((clock) => clock.rule === rule)
    ? []
    : fault('/stage', 'noStage', 'This preparation is done, or lies behind: choose the other one.');
}
