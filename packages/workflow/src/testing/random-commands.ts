import { allowedNow, topicAndVerb } from '../decide.js';
import type { Actor, Changes, Command, Decision, StoredRecord } from '../model.js';
import { commandNames, dueCommands, topicOf } from '../topics.js';
import { aBusyWorld } from './a-busy-world.js';
import { type Chance, chanceFrom } from './chance.js';
import { brokenPromises, brokenRefusal, bytesOf } from './invariants.js';
import { dueClock, type Partnership } from './people.js';
import { fewMay, soughtKinds } from './sought-kinds.js';
import { spoilt } from './spoilt.js';
import { validPayload } from './valid-payload.js';

/** What a run of random commands is told: where chance begins, how many, and how many to a world. */
export interface RandomRun {
  seed: number;
  count: number;
  perWorld?: number;
  /** Commands that are given wherever they are open, before any other. */
  prefer?: readonly string[];
  /** Told of every world that is begun. */
  onWorld?: (world: Partnership) => void;
  /** Told of every accepted command. */
  onAccepted?: (command: Command, changes: Changes) => void;
}

/** What came of a run: how many were accepted, how often each command was, and what was broken, first finding first. */
export interface RandomReport {
  seed: number;
  given: number;
  accepted: number;
  acceptedBy: Record<string, number>;
  longestStanding: number;
  broken: string[];
}

const people = 'users/';
const often = commandNames.filter((name) => !name.startsWith(people) && !name.startsWith('agencies/'));

/** What is asked: a command, of a record or of a new one, with its choice, by somebody. */
interface Asked {
  name: string;
  record: StoredRecord | null;
  choice: string | undefined;
  actor: Actor;
  /** When it happened, where that is not now. */
  happened?: string;
}

const creating = often.filter((name) => {
  const { topic, verb } = topicAndVerb(name);
  return topic.commands[verb]?.creates;
});

/** Any command at all, of any record of its kind, mostly by somebody whose role gives it. */
function anything(world: Partnership, chance: Chance): Asked {
  const name = chance.happens(0.08) ? chance.of(commandNames) : chance.of(often);
  const { topic, verb } = topicAndVerb(name);
  const definition = topic.commands[verb];
  const records = world.all(topic.kind);
  const record = definition?.creates || records.length === 0 ? null : chance.of(few(records));
  const choice = definition?.choices ? chance.of(definition.choices) : undefined;
  return { name, record, choice, actor: anActor(world, name, record, chance) };
}

/** What may be said at any time of any case, or ends somebody's part in a world; asked for among everything else, not here. */
const common = new Set([
  'child-cases/raise-immediate-danger',
  'child-cases/record-safety-action',
  'child-cases/rate-outcomes',
  'child-cases/record-contact',
  'child-cases/record-feedback',
  'users/change-role',
  'users/end-access',
  'access-requests/withdraw-request',
  'access-requests/refuse-request',
  'access-requests/ask-requester',
]);

/** The few records that a run keeps coming back to, so that they get somewhere. */
function few(records: readonly StoredRecord[]): StoredRecord[] {
  return [...records.slice(0, 10), ...records.slice(-3)];
}

/** How often each command was tried in a run. */
type Tried = Record<string, number>;

/** What a run seeks: commands given wherever they are open, and of the others those that were tried least. */
interface Sought {
  prefer: ReadonlySet<string>;
  tried: Tried;
}

/** Something that the books allow somebody now: what is sought, or every other time what was tried least; anything where they allow nobody anything. */
function somethingAllowed(world: Partnership, chance: Chance, { prefer, tried }: Sought): Asked {
  const sought = [...prefer].map((name) => topicAndVerb(name).topic.kind);
  const kind = sought.length > 0 && chance.happens(0.7) ? chance.of(sought) : chance.of(soughtKinds);
  const records = world.all(kind);
  if (records.length === 0) return anything(world, chance);
  const record = chance.of(few(records));
  const topic = topicOf(record.kind);
  const locked = [record, ...(record.parentId ? [world.getRecord(record.parentId)] : [])];
  const everybody: Actor[] = Object.values(world.people);
  const all = fewMay.has(record.kind) || prefer.size > 0;
  const askers = all ? everybody : [0, 1, 2, 3].map(() => chance.of(everybody));
  const open = askers.flatMap((actor) =>
    allowedNow(topic, record, { locked, profile: world.profile, actor, at: world.at })
      .filter((one) => one.available && (prefer.has(one.command) || !common.has(one.command)))
      .map((one) => ({ ...one, actor })),
  );
  if (open.length === 0) return anything(world, chance);
  const preferred = open.filter((one) => prefer.has(one.command));
  const least = Math.min(...open.map(({ command }) => tried[command] ?? 0));
  const seldom = open.filter(({ command }) => (tried[command] ?? 0) === least);
  const from = preferred.length > 0 ? preferred : chance.happens(0.5) ? seldom : open;
  const { command, choice, actor } = chance.of(from);
  return { name: command, record, choice, actor };
}

/** A command by a clock that is due, as the worker gives it; undefined where none is. */
function somethingDue(world: Partnership, chance: Chance): Asked | undefined {
  const due = dueCommands.flatMap(({ kind, rule, command }) =>
    world
      .all(kind)
      .flatMap((record) =>
        record.standing.clocks
          .filter((clock) => clock.rule === rule && clock.due <= world.at)
          .map((clock) => ({ record, clock, name: command })),
      ),
  );
  if (due.length === 0) return undefined;
  const { record, clock, name } = chance.of(due);
  return { name, record, choice: undefined, actor: { ...dueClock, clock }, happened: clock.due };
}

function aCommand(world: Partnership, chance: Chance, sought: Sought): Asked & { payload: object } {
  const due = chance.happens(0.03) ? somethingDue(world, chance) : undefined;
  if (due) return { ...due, payload: {} };
  const draw = chance.next();
  const name = chance.of(creating);
  const asked: Asked =
    draw < 0.12
      ? { name, record: null, choice: undefined, actor: anActor(world, name, null, chance) }
      : draw < 0.75
        ? somethingAllowed(world, chance, sought)
        : anything(world, chance);
  const payload = validPayload(asked.name, { world, record: asked.record, choice: asked.choice, chance });
  return { ...asked, payload: chance.happens(0.12) ? spoilt(payload, world, chance) : payload };
}

function anActor(world: Partnership, name: string, record: StoredRecord | null, chance: Chance): Actor {
  const everybody: Actor[] = Object.values(world.people);
  if (chance.happens(0.2)) return chance.of(everybody);
  const { topic, verb } = topicAndVerb(name);
  const rows = topic.policy.filter((row) => row.command === verb);
  if (rows.some((row) => row.system)) return dueClock;
  const roles = rows.flatMap((row) => row.roles);
  const ownerId = (record?.standing as { ownerId?: string } | undefined)?.ownerId;
  const fitting = everybody.filter(
    (one) => one.userId === ownerId || one.roles.some((role) => roles.includes(role)),
  );
  return chance.of(fitting.length > 0 ? fitting : everybody);
}

function check(world: Partnership, command: Command, decision: Decision, before: string): string[] {
  const told = brokenRefusal(decision);
  if ('refusal' in decision)
    return before === booksOf(world, command) ? told : [...told, 'a refusal changed the books'];
  const cases = decision.changes.records.flatMap((one) => [one.id, one.parentId, one.subjectId]);
  const touched = new Set(cases.filter((id): id is string => id !== null && world.records.has(id)));
  return [...touched].flatMap((id) => brokenPromises(world, id));
}

function booksOf(world: Partnership, command: Command): string {
  return JSON.stringify([world.records.size, world.history.length, world.inputFor(command).records]);
}

/**
 * Gives random commands, valid and not, by random people, over worlds of several children, cases, actions and
 * sittings, and checks every promise after each. Stops at the first that is broken. The same seed gives the same run.
 */
export function runRandomCommands({
  seed,
  count,
  perWorld = 400,
  prefer = [],
  onWorld,
  onAccepted,
}: RandomRun): RandomReport {
  const chance = chanceFrom(seed);
  const report: RandomReport = {
    seed,
    given: 0,
    accepted: 0,
    acceptedBy: {},
    longestStanding: 0,
    broken: [],
  };
  const sought: Sought = { prefer: new Set(prefer), tried: {} };
  let world = aBusyWorld();
  onWorld?.(world);
  while (report.given < count && report.broken.length === 0) {
    if (report.given > 0 && report.given % perWorld === 0) {
      world = aBusyWorld((report.given / perWorld) % 4096);
      onWorld?.(world);
    }
    if (chance.happens(0.1)) world.pass(Math.floor(chance.next() * 20), chance.next() * 24);
    const { name, record, payload, actor, happened } = aCommand(world, chance, sought);
    sought.tried[name] = (sought.tried[name] ?? 0) + 1;
    const command = world.command(name, payload, actor, {
      ...(record ? { record: record.id } : {}),
      ...(happened ? { happened } : {}),
    });
    const changes = step(world, report, command);
    if (changes) onAccepted?.(command, changes);
  }
  return report;
}

function step(world: Partnership, report: RandomReport, command: Command): Changes | null {
  const { name, actor } = command;
  const before = booksOf(world, command);
  const decision = world.submit(command);
  report.given += 1;
  if ('changes' in decision) {
    report.accepted += 1;
    report.acceptedBy[name] = (report.acceptedBy[name] ?? 0) + 1;
    const sizes = decision.changes.records.map((one) => bytesOf(one.standing));
    report.longestStanding = Math.max(report.longestStanding, ...sizes);
  }
  const broken = check(world, command, decision, before);
  report.broken.push(...broken.map((words) => `command ${report.given}, ${name} by ${actor.name}: ${words}`));
  return 'changes' in decision ? decision.changes : null;
}
