import { expect, inject, test } from 'vitest';
import { openOwner } from './open-owner.js';
import { preparedDatabase } from './prepared-database.js';

const server = inject('MASE_TEST_SERVER');
const rows = (url: string) =>
  openOwner(url, async (client) => (await client.query('select word from kept')).rows);

test('a database is filled once for all who ask, and what one of them writes no other sees', async () => {
  let filled = 0;
  const ask = () =>
    preparedDatabase(server, 'a test of copies', async ({ connections }) => {
      filled += 1;
      await openOwner(connections.owner, (client) =>
        client.query("create table kept as select 'one' as word"),
      );
      return { said: 'it’s "filled"' };
    });
  const [first, second] = await Promise.all([ask(), ask()]);
  expect([filled, first.made, second.made]).toEqual([
    1,
    { said: 'it’s "filled"' },
    { said: 'it’s "filled"' },
  ]);
  await openOwner(first.database.connections.owner, (client) =>
    client.query("update kept set word = 'other'"),
  );
  expect(await rows(second.database.connections.owner)).toEqual([{ word: 'one' }]);
  expect(await rows((await ask()).database.connections.owner)).toEqual([{ word: 'one' }]);
});

test('one whose filling failed is given to nobody: the next who asks fills it', async () => {
  const what = 'a test of failure';
  const fails = preparedDatabase(server, what, () => Promise.reject(new Error('half done')));
  await expect(fails).rejects.toThrow('half done');
  const { made } = await preparedDatabase(server, what, () => Promise.resolve('whole'));
  expect(made).toBe('whole');
});
