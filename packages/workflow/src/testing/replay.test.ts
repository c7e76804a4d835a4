import { describe, expect, it } from 'vitest';
import { allowedNow, decide, topicAndVerb } from '../decide.js';
import { chartRows } from '../docs/chart-rows.js';
import type { Command, Decision, StoredRecord } from '../model.js';
import { permissionMissing } from '../permission.js';
import { topicOf, topics } from '../topics.js';
import { aBusyWorld } from './a-busy-world.js';
import { runRandomCommands } from './random-commands.js';
import { validPayload } from './valid-payload.js';
import { waysToStates } from './ways-to-states.js';
import { anEmptyWorld } from './world.js';

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) frozen(inner);
  }
  return value;
}

describe('what was decided once', () => {
  it('is decided again, command by command, from books and commands that went through JSON', () => {
    const first = aBusyWorld();
    const second = anEmptyWorld();
    expect(first.commands.length).toBeGreaterThan(80);
    for (const command of first.commands) {
      for (const [id, record] of second.records) second.records.set(id, JSON.parse(JSON.stringify(record)));
      second.submit(JSON.parse(JSON.stringify(command)));
    }
    expect([...second.records]).toEqual([...first.records]);
    expect(second.history).toEqual(first.history);
  });

  it.each(waysToStates)('is decided again on the way to %s', (name, build) => {
    const first = build();
    const second = anEmptyWorld();
    for (const command of first.commands) second.submit(JSON.parse(JSON.stringify(command)));
    const reached = [...second.records.values()].flatMap(({ kind, state }) =>
      (typeof state === 'string' ? [state] : Object.values(state)).map((one) => `${kind} ${one}`),
    );
    expect(reached).toContain(name);
    expect([...second.records]).toEqual([...first.records]);
  });

  it('has a way to every state of every chart', () => {
    const told = waysToStates.map(([name]) => name);
    const drawn = topics.flatMap((topic) =>
      chartRows(topic).flatMap((row) => [`${topic.kind} ${row.state}`, `${topic.kind} ${row.target}`]),
    );
    const states = new Set(drawn.filter((name) => !name.endsWith(' unrecorded')));
    expect([...states].filter((name) => !told.includes(name))).toEqual([]);
  });

  it('is decided alike a second time, on frozen books: nothing is kept, and nothing given is changed', () => {
    let checked = 0;
    const world = aBusyWorld();
    for (const { name, kind } of topics)
      for (const record of world.all(kind).slice(0, 4))
        for (const verb of Object.keys(topicAndVerbs(name))) {
          const command = commandOn(world, `${name}/${verb}`, record);
          if (!command) continue;
          const input = frozen(world.inputFor(command));
          const one = JSON.stringify(decide(input, frozen(command)));
          expect(JSON.stringify(decide(input, command))).toBe(one);
          checked += 1;
        }
    expect(checked).toBeGreaterThan(100);
  });
});

const topicAndVerbs = (name: string) => topics.find((topic) => topic.name === name)?.commands ?? {};

function commandOn(
  world: ReturnType<typeof aBusyWorld>,
  name: string,
  record: StoredRecord,
  choice?: string,
) {
  const payload = validPayload(name, { world, record, choice });
  return world.command(name, payload, world.people.manager, { record: record.id });
}

/** Whether it is somebody's turn to be asked: one in three, of every record for every command; everybody by `npm run soak -- allowed`. */
const isAsked = (turn: number) => Boolean(process.env.MASE_SOAK_ALLOWED) || turn % 3 === 0;

describe('what a page shows as allowed', () => {
  it('is what is accepted, for every record, command and choice of a busy partnership, whoever asks', {
    timeout: 120_000,
  }, () => {
    const world = aBusyWorld();
    let available = 0;
    const records = [...world.records.values()].filter((one) => one.kind !== 'user' && one.kind !== 'agency');
    for (const [at, record] of records.entries())
      for (const [who, actor] of Object.values(world.people).entries()) {
        const topic = topicOf(record.kind);
        for (const [nth, [verb, definition]] of Object.entries(topic.commands).entries()) {
          if (definition.creates || !isAsked(at + who + nth)) continue;
          for (const choice of definition.choices ?? [undefined]) {
            const name = `${topic.name}/${verb}`;
            const payload = validPayload(name, { world, record, choice });
            const command = world.command(name, payload, actor, { record: record.id });
            const { records, facts, profile } = world.inputFor(command);
            const about = { locked: records, facts, profile, actor, at: command.at };
            const alone = { ...topic, commands: { [verb]: definition } };
            const shown = allowedNow(alone, record, about).find(
              (one) => one.command === name && one.choice === choice,
            );
            const decision = decide({ records, facts, profile }, command);
            expect(shown?.available ?? false, `${name} ${choice ?? ''} by ${actor.name}`).toBe(
              standsNot(decision, command),
            );
            available += shown?.available ? 1 : 0;
          }
        }
      }
    expect(available).toBeGreaterThan(500);
  });

  it('is said in a refusal as well: every refusal lists only what this person may give here', () => {
    const world = aBusyWorld();
    const record = world.all('childCase')[0] as StoredRecord;
    const { decision } = world.ask('child-cases/relist', { reason: 'Too soon' }, world.people.triage, {
      record: record.id,
    });
    const { refusal } = decision as Extract<Decision, { refusal: object }>;
    expect(refusal.reason).toBe('refused');
    for (const one of refusal.allowed) {
      const { topic, verb } = topicAndVerb(one.command);
      expect(permissionMissing(topic, verb, world.people.triage, record)).toEqual([]);
    }
  });
});

/** Whether nothing of the record itself stands in the way; faults of the payload are another matter. */
function standsNot(decision: Decision, command: Command): boolean {
  if ('changes' in decision || decision.refusal.reason === 'faulty') return true;
  // A triage decision may also be refused by the other case that it names.
  return (
    decision.refusal.missing.some((one) => ['relistMonths', 'merged'].includes(one.code)) &&
    command.name.endsWith('decide-triage')
  );
}

describe('a run of random commands', () => {
  it('says with which seed and command a promise was broken, so that it can be run again', () => {
    const report = runRandomCommands({ seed: 99, count: 50 });
    expect(report).toMatchObject({ seed: 99, given: 50, broken: [] });
  });
});
