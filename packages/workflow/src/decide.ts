import { instantMs } from './clocks/time-zone.js';
import { matchSteps } from './identifier-matches/follow-ends.js';
import type {
  Access,
  Actor,
  Allowed,
  Changes,
  Command,
  Context,
  Decision,
  Facts,
  Fault,
  Missing,
  RecordRef,
  Refusal,
  StoredRecord,
} from './model.js';
import {
  findPart,
  isForPeople,
  notPermitted,
  partFor,
  permissionMissing,
  relatedParts,
  rowsOf,
} from './permission.js';
import { postsAt } from './posts.js';
import type { Profile } from './profile/profile.js';
import { RecordDraft } from './record-draft.js';
import { withUncounted } from './shown-version.js';
import { initialState, obstacles, step } from './step.js';
import { accessEvent, type Step, type Topic } from './topic.js';
import { topicNamed, topicOf } from './topics.js';

/** What `decide` looks at: the locked records (the primary one may not exist yet), the facts, the area's profile. */
export interface DecideInput {
  records: readonly StoredRecord[];
  facts: Facts;
  profile: Profile;
  /** Who may give a command; the policies of the topics say it unless a test puts something else in their place. */
  policy?: CommandPolicy;
}

/** What an actor lacks to give a command of a topic on a record, the other records that it locks being these. */
export type CommandPolicy = (
  topic: Topic,
  verb: string,
  actor: Actor,
  record: StoredRecord,
  locked?: readonly StoredRecord[],
) => Missing[];

/** Splits `child-cases/confirm-grade` into its topic and verb. */
export function topicAndVerb(name: string): { topic: Topic; verb: string } {
  const [topicName = '', verb = ''] = name.split('/');
  const topic = topicNamed(topicName);
  if (!topic.commands[verb]) throw new Error(`${topicName} has no command ${verb}`);
  return { topic, verb };
}

/**
 * The only place where a command is judged: permission, guards, payload rules, then the machine's step and that of
 * every other record that takes part. Pure: the same input gives the same decision. Answers changes as data, or a
 * refusal that says what is missing and who can supply it.
 */
export function decide(input: DecideInput, command: Command): Decision {
  const { topic, verb } = topicAndVerb(command.name);
  const drafts = new Map<string, RecordDraft>();
  const ids = { next: 0 };
  const definition = topic.commands[verb];
  const choice = definition?.choice?.(command.payload as never);
  const first: Step = {
    record: command.record,
    event: verb,
    payload: command.payload,
    ...definition?.parentOf?.(command.payload as never, command.id),
  };
  const record = recordOf(input, command.record) ?? blankRecord(topic, first, command.at);
  const asking = { ...command.actor, posts: postsAt(command.actor.posts, command.at) };
  const forbidden = (input.policy ?? permissionMissing)(topic, verb, asking, record, input.records);
  if (forbidden.length > 0) return refuse('forbidden', input, command, record, forbidden, []);
  const { actor, post } = partFor(topic, verb, asking, record, input.records);
  const early = [...futureFaults(command), ...clockFaults(command, record)];
  if (early.length > 0) return refuse('faulty', input, command, record, [], early);

  const steps: Step[] = [{ ...first, choice }];
  // Matches come last, and step once: they follow what all the others have made of their records.
  for (let index = 0; steps[index] ?? steps.push(...matchSteps(input.records, drafts)) > index; index += 1) {
    const one = steps[index] as Step;
    const stepTopic = topicOf(one.record.kind);
    const locked = recordOf(input, one.record);
    const draft =
      drafts.get(one.record.id) ??
      new RecordDraft(
        stepTopic,
        locked ?? newRecord(stepTopic, one, nowOf(input, drafts), command.at),
        command,
        ids,
      );
    const context: Context = {
      record: draft.current(),
      locked: input.records,
      facts: input.facts,
      profile: input.profile,
      actor,
      happened: command.happened,
      at: command.at,
      choice: one.choice,
      payload: one.payload,
      commandId: command.id,
    };
    if (one.event === accessEvent) {
      if (!locked)
        throw new Error(`${one.record.kind} ${one.record.id} is told who reads it, but was not locked`);
      draft.apply({ do: 'set', patch: { access: one.payload } }, context);
      draft.moveTo(draft.current().state, one);
      drafts.set(one.record.id, draft);
      continue;
    }
    const missing = obstacles(stepTopic, one.event, context);
    if (missing.length > 0) return refuse('refused', input, command, record, missing, []);
    const own = stepTopic.commands[one.event];
    const check = own?.faults ?? stepTopic.eventFaults?.[one.event];
    const faults = check?.(context as never) ?? [];
    if (faults.length > 0) return refuse('faulty', input, command, record, [], faults);
    const next = step(stepTopic, one.event, context);
    for (const name of next.recorders) {
      const recorder = stepTopic.recorders[name];
      if (!recorder) throw new Error(`${stepTopic.name} has no recorder ${name}`);
      const now = { ...context, record: draft.current() };
      for (const effect of recorder(now as never)) draft.apply(effect, now);
    }
    draft.moveTo(next.state, one);
    drafts.set(one.record.id, draft);
    const also = own?.also ?? stepTopic.eventAlso?.[one.event];
    steps.push(...(also?.({ ...context, record: draft.current() } as never) ?? []));
  }
  const changed = [...drafts.values()].map((draft) => draft.change());
  const records = withUncounted(changed, (id) => drafts.get(id)?.current().uncounted ?? 0, command);
  const outgoing = [...drafts.values()].flatMap((draft) => draft.outgoing());
  return { changes: { records, outgoing, ...(post ? { post } : {}) } satisfies Changes };
}

/** A locked record; one of another kind under the same id is not it. */
function recordOf({ records }: DecideInput, { kind, id }: RecordRef): StoredRecord | undefined {
  return records.find((one) => one.id === id && one.kind === kind);
}

/** What is given has happened: it lies not after the time of its acceptance. */
function futureFaults({ happened, at }: Command): Fault[] {
  if (instantMs(happened) <= instantMs(at)) return [];
  return [{ pointer: '/happened', code: 'future', detail: 'What happened cannot lie in the future.' }];
}

/** The locked records as the command has left them so far. */
function nowOf({ records }: DecideInput, drafts: ReadonlyMap<string, RecordDraft>): StoredRecord[] {
  return records.map((one) => drafts.get(one.id)?.current() ?? one);
}

/** A record as it begins under others: where one of them is restricted, or keeps somebody out, so does it. */
function newRecord(topic: Topic, one: Step, records: readonly StoredRecord[], at: string): StoredRecord {
  const blank = blankRecord(topic, one, at);
  const above = records.filter(({ id }) => id === one.parentId || id === one.subjectId);
  const { closed, named, without } = above.find(({ standing }) => standing.access)?.standing.access ?? {};
  const access: Access = {
    ...(closed ? { closed, ...(named ? { named } : {}) } : {}),
    ...(without ? { without } : {}),
  };
  if (Object.keys(access).length === 0) return blank;
  return { ...blank, standing: { ...blank.standing, access } };
}

/** A record as it is before its first command. */
export function blankRecord(
  topic: Topic,
  one: Pick<Step, 'record' | 'parentId' | 'subjectId'>,
  at: string,
): StoredRecord {
  return {
    ...one.record,
    version: 0,
    state: initialState(topic),
    standing: topic.blank,
    at,
    parentId: one.parentId ?? null,
    subjectId: one.subjectId ?? null,
  };
}

/** A clock asks when it is due: what it gives happened at that instant, and no other. */
function clockFaults({ actor, happened }: Command, { standing }: StoredRecord): Fault[] {
  const running = standing.clocks.find((one) => one.id === actor.clock?.id);
  if (actor.kind !== 'clock' || !running || instantMs(running.due) === instantMs(happened)) return [];
  return [{ pointer: '/happened', code: 'due', detail: 'What a clock gives happened when it was due.' }];
}

/**
 * Everything that may be asked of a record now by this actor, and what is missing for the rest. To somebody who may not
 * give a command it says that alone: what else stands in its way tells of content that he or she may not read.
 */
export function allowedNow(
  topic: Topic,
  record: StoredRecord,
  about: { locked?: readonly StoredRecord[]; facts?: Facts; profile: Profile; actor: Actor; at: string },
): Allowed[] {
  const list: Allowed[] = [];
  const parts = relatedParts(topic, about.actor, record, about.locked ?? []);
  for (const [verb, definition] of Object.entries(topic.commands)) {
    if (definition.creates && record.version > 0) continue;
    const rows = rowsOf(topic, verb);
    if (about.actor.kind !== 'clock' && !isForPeople(rows)) continue;
    const part = findPart(rows, parts, record);
    for (const choice of definition.choices ?? [undefined]) {
      const missing = part
        ? obstacles(topic, verb, {
            record,
            locked: about.locked ?? [record],
            facts: about.facts ?? { related: [], written: [] },
            profile: about.profile,
            actor: part.actor,
            happened: about.at,
            at: about.at,
            choice,
            commandId: '',
          })
        : notPermitted(rows);
      list.push({
        command: `${topic.name}/${verb}`,
        ...(choice === undefined ? {} : { choice }),
        available: missing.length === 0,
        missing,
      });
    }
  }
  return list;
}

/**
 * Whether a record lets another be made on it with this command now: its own chart has the verb as an event, as that of a
 * case has `add-action` of its plan, and the way is open; or its chart has no such event, as it takes no part.
 */
export function mayBeginOn(
  record: StoredRecord,
  verb: string,
  { profile, actor, at }: { profile: Profile; actor: Actor; at: string },
): boolean {
  const topic = topicOf(record.kind);
  if (!topic.machine.events.includes(verb)) return true;
  const facts = { related: [], written: [] };
  const instant = { happened: at, at, commandId: '', choice: undefined };
  const context = { record, locked: [record], facts, profile, actor, ...instant };
  return obstacles(topic, verb, context).length === 0;
}

function refuse(
  reason: Refusal['reason'],
  input: DecideInput,
  command: Command,
  record: StoredRecord,
  missing: Missing[],
  faults: Fault[],
): Decision {
  const { topic } = topicAndVerb(command.name);
  const allowed = allowedNow(topic, record, {
    locked: input.records,
    facts: input.facts,
    profile: input.profile,
    actor: command.actor,
    at: command.at,
  }).filter((one) => one.available);
  return { refusal: { reason, command: command.name, state: record.state, missing, faults, allowed } };
}
