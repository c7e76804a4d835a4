import { localDate } from './clocks/time-zone.js';
import type { Context, Fault, Missing, Standing } from './model.js';
import { type Effect, type GuardContext, missing } from './topic.js';

/** What was found at the check that a removal or a closing fixed, and the day of another, YYYY-MM-DD, where there is to be one. */
export interface RecordNextCheckPayload {
  found: string;
  nextCheck?: string;
}

/** A check that was fixed before there was a list for it to stand in: its day, YYYY-MM-DD. */
export interface AwaitNextCheckPayload {
  nextCheck: string;
}

type Ctx = Context<Standing, RecordNextCheckPayload>;

const rule = 'next-check';

/** A removal or a closing fixes who watches and the next check (domain 6): on that day it stands in somebody's list. */
export const checkAhead = (who: string, due: string | undefined): Effect[] =>
  due ? [{ do: 'start', rule, who, due }] : [];

/** Listed or taken up again, it is looked at anyway: the check is owed no more. */
export const checkOvertaken = (reason: string): Effect => ({ do: 'end', rule, reason });

const owed = ({ record }: Pick<Ctx, 'record'>) => record.standing.clocks.find((clock) => clock.rule === rule);

/** Whether a check is fixed. */
export const isCheckOwed = (context: GuardContext): Missing[] =>
  owed(context)
    ? []
    : missing(
        'checkOwed',
        'No check was fixed when it was removed or closed.',
        'the sitting, or whoever closes it',
      );

/** Whether a check may be put into a list that was fixed before: `stands` says whether the record is still as it was then. */
export const isCheckAwaitable = (context: GuardContext, stands: boolean): Missing[] => [
  ...(stands ? [] : missing('notChecked', 'It is not as it was when a check was fixed.', 'nobody')),
  ...(owed(context) ? missing('checkAwaited', 'A check stands in a list already.', 'nobody') : []),
];

/** Payload rules of a check: another one is still to come. */
export function nextCheckFaults({
  payload,
  at,
  profile,
}: Context<Standing, { nextCheck?: string }>): Fault[] {
  if (!payload.nextCheck || payload.nextCheck > localDate(at, profile.timeZone)) return [];
  return [{ pointer: '/nextCheck', code: 'future', detail: 'The next check is still to come.' }];
}

/** Keeps what was found; another check, where one is fixed, is in the same list. */
export function recordNextCheck(context: Ctx): Effect[] {
  const { payload, actor } = context;
  const clock = owed(context);
  return [
    { do: 'write', kind: 'next-check', class: 'case', body: { ...payload, by: actor.name } },
    { do: 'end', rule },
    ...(clock ? checkAhead(clock.who, payload.nextCheck) : []),
  ];
}
