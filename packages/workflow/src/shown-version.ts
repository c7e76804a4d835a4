import type { Command, RecordChange, Standing, StoredRecord } from './model.js';
import type { Topic } from './topic.js';
import { topicNamed, topicOf } from './topics.js';

/** A standing as it is stored: with how many steps the version leaves out that readers are shown. */
type StoredStanding = Standing & { uncounted?: number };

/**
 * The version of a record as its readers are shown it: it leaves out the steps that tell of other records, so that it
 * moves for nobody because of a record whose existence is closed to him or her.
 */
export function shownVersion(stored: number, { uncounted = 0 }: StoredStanding): number {
  return stored - uncounted;
}

/** Version and standing of a record as it is worked with, from what is stored. */
export function shownOf(
  stored: number,
  kept: Standing,
): Pick<StoredRecord, 'version' | 'standing' | 'uncounted'> {
  const { uncounted, ...standing } = kept as StoredStanding;
  return { version: shownVersion(stored, kept), standing, ...(uncounted ? { uncounted } : {}) };
}

/** The commands that tell of a record alone; undefined where every command may be known to whoever reads the record. */
export function ownCommands({ name, commands, tellsOfOthers }: Topic): string[] | undefined {
  return (
    tellsOfOthers &&
    Object.keys(commands)
      .filter((verb) => !tellsOfOthers.includes(verb))
      .map((verb) => `${name}/${verb}`)
  );
}

/**
 * The commands by which people only add to a record. No number that readers are shown moves with them, and yet they stand in
 * its history: what nobody counts is what the machine adds by itself, which may be so by a case of closed existence.
 */
export function addingCommands({ name, commands, policy }: Topic): string[] {
  return Object.entries(commands)
    .filter(([verb, { appends: adds }]) => adds && !policy.some((row) => row.command === verb && row.system))
    .map(([verb]) => `${name}/${verb}`);
}

/** Whether a command only adds to its own record. */
function appends(name: string): boolean {
  const [topic = '', verb = ''] = name.split('/');
  return topicNamed(topic).commands[verb]?.appends === true;
}

/**
 * The changes of a command as they are stored. A step is left out of what readers are shown where the record's topic says
 * that the command tells of others, where it only adds to the record, and where the command was given on a record of closed
 * existence and this one is open.
 */
export function withUncounted(
  changes: readonly RecordChange[],
  before: (id: string) => number,
  command: Command,
): RecordChange[] {
  const isClosed = changes.find(({ id }) => id === command.record.id)?.standing.access?.closed === true;
  return changes.map((change) => {
    const own = ownCommands(topicOf(change.kind));
    const isHidden = isClosed && !change.standing.access?.closed;
    const isAdded = change.id === command.record.id && appends(command.name);
    const leftOut = change.fromVersion > 0 && (isHidden || isAdded || (own && !own.includes(command.name)));
    const uncounted = before(change.id) + (leftOut ? 1 : 0);
    return uncounted === 0 ? change : { ...change, standing: { ...change.standing, uncounted } as Standing };
  });
}
