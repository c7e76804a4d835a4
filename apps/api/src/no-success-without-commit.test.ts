import { holdOwner } from '@mase/store/testing';
import { commandsOfPeople, topicAndVerb } from '@mase/workflow';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { afterClosing } from './testing/closing-steps.js';
import { type Forcing, forceFailures } from './testing/forced-failures.js';
import { journey } from './testing/journey.js';
import type { Along, JourneyStep } from './testing/journey-step.js';
import { type TestApi, testApi } from './testing/test-api.js';

let api: TestApi;
let along: Along;
let forcing: Forcing;
let owner: Awaited<ReturnType<typeof holdOwner>>;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
  owner = await holdOwner(api.database.connections.owner);
  along = { people: api.founded.people, agencies: api.founded.agencies, known: {} };
  forcing = forceFailures(api.store);
});
afterAll(async () => {
  await owner.end();
  await api.close();
});

/** Everything that a command could have left, as one text. */
const books = async () => {
  const found = await owner.query<{ books: string }>(
    `select concat_ws(' ', (select count(*) from history), (select sum(version) from record), (select count(*) from written), (select count(*) from unsanitised_text),
      (select count(*) from clock), (select count(ended) from clock), (select count(*) from outbox),
      (select count(*) from case_reader), (select count(*) from queue_row), (select count(*) from idempotency_key),
      (select count(*) from audit)) as books`,
  );
  return found.rows[0]?.books;
};

const createsOf = ({ command }: JourneyStep) => {
  const { topic, verb } = topicAndVerb(command);
  return topic.commands[verb]?.creates ?? false;
};

async function send(step: JourneyStep, body: object, key: string) {
  const [topic, verb] = step.command.split('/');
  const id = createsOf(step) ? undefined : (along.known[step.on as string] as string);
  const version = id ? await api.versionOf(id) : 0;
  const url = id ? `/api/v1/${topic}/${id}/${verb}` : `/api/v1/${topic}/${verb}`;
  return api.ask(step.who, 'POST', url, body, {
    'idempotency-key': key,
    ...(id ? { 'if-match': `"${version}"` } : {}),
  });
}

const kinds = ['lost', '40001'] as const;

/**
 * What is forced at a statement: both at each by `npm run soak -- commits`; here the one or the other at every third, at
 * which commands take turns, so that they meet each failure at each place between them.
 */
function kindsAt(command: string, at: number): readonly ('lost' | '40001')[] {
  if (process.env.MASE_SOAK_COMMITS) return kinds;
  const turn = commandsOfPeople.indexOf(command as never) + at;
  return turn % 3 === 0 ? [kinds[(turn / 3) % 2] ?? 'lost'] : [];
}

/** Forces a lost connection or a serialization failure at one statement after the other; what no failure strikes is accepted. */
async function failsCleanly(step: JourneyStep): Promise<{ id: string; entry: string }> {
  const body = step.body(along);
  const before = await books();
  for (let at = 1; at < 60; at += 1)
    for (const kind of kindsAt(step.command, at)) {
      forcing.arm({ at, kind });
      const answer = await send(step, body, uuidv7());
      const { struck } = forcing;
      forcing.arm(null);
      const where = [step.command, at, kind];
      if (struck === 0) {
        expect([...where, answer.statusCode < 300, answer.body]).toEqual([...where, true, answer.body]);
        expect(at).toBeGreaterThan(3);
        return answer.json();
      }
      expect([...where, answer.statusCode >= 500, await books()]).toEqual([...where, true, before]);
    }
  throw new Error(`${step.command} never came to its end`);
}

describe('no success without a commit', () => {
  it('a lost connection or a serialization failure leaves nothing and is never a success, whatever the command and the statement', async () => {
    const given = new Set<string>();
    for (const step of [...journey, ...afterClosing]) {
      if (step.command === 'child-cases/correct-record') along.known.row = await referralRow();
      const answer = given.has(step.command)
        ? (await send(step, step.body(along), uuidv7())).json()
        : await failsCleanly(step);
      given.add(step.command);
      if (step.as) along.known[step.as] = answer.id;
      await step.keep?.(along, answer, api);
    }
    expect([...given].sort()).toEqual([...commandsOfPeople].sort());
  }, 300_000);

  it('a serialization failure or deadlock that passes is tried again, and the command has its effect once', async () => {
    for (const [kind, at] of [
      ['40001', 2],
      ['40P01', 3],
      ['40001', 4],
      ['40P01', 5],
    ] as const) {
      const before = await historyOf('agencies/add-agency');
      forcing.arm({ at, kind, once: true });
      const answer = await api.ask(
        'admin',
        'POST',
        '/api/v1/agencies/add-agency',
        { name: 'Made-up Housing', kind: 'housing', teams: [] },
        { 'idempotency-key': uuidv7() },
      );
      expect([forcing.struck, answer.statusCode]).toEqual([1, 201]);
      expect((await historyOf('agencies/add-agency')) - before).toBe(1);
    }
    forcing.arm(null);
  });

  it('when the answer to a commit is lost, the same key tells what was stored and stores nothing more', async () => {
    const body = {
      seenOrSaid: 'An adult waits outside',
      immediateDanger: false,
      child: { description: 'A boy of about ten' },
    };
    const headers = { 'idempotency-key': uuidv7() };
    const before = await historyOf('child-cases/record-referral');
    forcing.arm({ at: 'commit', kind: 'answerLost', once: true });
    const lost = await api.ask('referrer', 'POST', '/api/v1/child-cases/record-referral', body, headers);
    forcing.arm(null);
    expect(lost.statusCode).toBe(503);
    const again = await api.ask('referrer', 'POST', '/api/v1/child-cases/record-referral', body, headers);
    expect(again.statusCode).toBe(201);
    expect(again.json()).toMatchObject({ repeated: true });
    expect((await historyOf('child-cases/record-referral')) - before).toBe(2);
  });
});

/** The row of the journey's referral, which its last step corrects. */
const referralRow = async () => {
  const { written } = await api.view('manager', 'child-cases', along.known.case as string);
  return (written as { kind: string; id: string }[]).find((row) => row.kind === 'referral')?.id as string;
};

/** Entries of history that a command has left: two for a referral, the case's and the child's. */
const historyOf = async (command: string) => {
  const found = await owner.query<{ n: number }>(
    'select count(*)::integer as n from history where command = $1',
    [command],
  );
  return found.rows[0]?.n ?? 0;
};
