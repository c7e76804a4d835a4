import { preparedDatabase } from '@mase/store/testing';
import type { Founded } from '../demonstration/found.js';
import type { SittingMaker, SittingOf, SittingSize } from './sitting-of.js';
import { aSittingOf } from './sitting-of.js';
import { apiOver, foundIn, type TestApi } from './test-api.js';

/** A test api over a copy of a partnership that has a big sitting, and that sitting. */
export interface BigSitting {
  api: TestApi;
  sitting: SittingOf;
}

/** What of the making of a big sitting a test chooses. */
export type BigSittingAsked = SittingSize &
  Pick<SittingMaker, 'onAgenda'> & { now: string; startsAt: string };

interface Filled {
  founded: Founded;
  sitting: SittingOf;
  now: string;
}

/** What `aSittingOf` asks of the one who gives, over a test api. */
export const makerOver = (
  { give, ask, founded }: TestApi,
  rest: Pick<SittingMaker, 'startsAt' | 'onAgenda'>,
): SittingMaker => ({
  give,
  people: founded.people,
  look: async (path) => (await ask('coordinator', 'GET', path)).json(),
  ...rest,
});

/** Fills a database with it once in a run and copies that for everybody who asks for the same; close the api when done. */
export async function bigSitting(
  serverUrl: string,
  { now, startsAt, onAgenda = true, ...size }: BigSittingAsked,
): Promise<BigSitting> {
  const what = `sitting ${JSON.stringify({ now, startsAt, onAgenda, ...size })}`;
  const { database, made } = await preparedDatabase<Filled>(serverUrl, what, async (fresh) => {
    const founded = await foundIn(fresh, now);
    const api = await apiOver(fresh, founded, now);
    try {
      const sitting = await aSittingOf(size, makerOver(api, { startsAt, onAgenda }));
      return { founded, sitting, now: api.time.now };
    } finally {
      await api.close();
    }
  });
  const api = await apiOver(database, made.founded, made.now);
  const close = async () => {
    await api.close();
    await database.drop();
  };
  return { api: { ...api, close }, sitting: made.sitting };
}
