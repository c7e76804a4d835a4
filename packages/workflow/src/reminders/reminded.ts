import type { RunningClock, StoredRecord } from '../model.js';
import type { Recipient } from '../profile/profile.js';
import { keepersOf, withinReach } from '../readers.js';
import { topicOf } from '../topics.js';

/** The message of a stage; the clock that it names says of what. */
export const reminderKind = (stage: string): string => `reminder-${stage}`;

function principalOf(to: Recipient, clock: RunningClock, teamId: string | null): string | null {
  if (to === 'owner') return clock.who;
  if (to === 'manager') return teamId && `team:${teamId}:manager`;
  if (to === 'agency-lead') return null;
  return `role:${to}`;
}

/**
 * Whom a reminder of a clock is told to, as principals: in whose list it stands, the manager of the team that holds the
 * record, and the roles of the stage; where the existence of the record is closed only those who know of it.
 */
export function remindedOf(record: StoredRecord, clock: RunningClock, to: readonly Recipient[]): string[] {
  const topic = topicOf(record.kind);
  const { teamId } = topic.summary(record.standing as never, record.state);
  const keepers = keepersOf(topic, record, record.at);
  const wanted = to.flatMap((one) => principalOf(one, clock, teamId) ?? []);
  const all = wanted.length > 0 ? wanted : [clock.who];
  return [...new Set(all.flatMap((one) => withinReach(record.standing.access, one, keepers)))];
}
