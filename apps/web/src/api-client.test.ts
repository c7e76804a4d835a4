import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient, ApiUnavailableError, path } from './api-client.js';
import { type FakeApi, fakeApi } from './testing/fake-api.js';

let api: FakeApi;

beforeAll(async () => {
  api = await fakeApi();
});
afterAll(() => api.close());

describe('the api client', () => {
  it('gives a body with its version, and a refusal as data', async () => {
    api.answer(({ url }) =>
      url === '/ok?page=2'
        ? { status: 200, body: { a: 1 }, etag: '"v1"' }
        : { status: 409, body: { title: 'Not now', status: 409 } },
    );
    const client = new ApiClient(api.url, 'token');
    expect(await client.get('/ok', { page: 2, sort: undefined })).toEqual({
      ok: true,
      status: 200,
      body: { a: 1 },
      etag: '"v1"',
    });
    expect(await client.get('/no')).toEqual({
      ok: false,
      status: 409,
      problem: { title: 'Not now', status: 409 },
    });
    expect(api.asked[0]?.headers.authorization).toBe('Bearer token');
  });

  it('sends nobody’s session for nobody', async () => {
    api.answer(() => ({ status: 204 }));
    await new ApiClient(api.url, 'token').as(undefined).get('/ok');
    expect(api.asked.at(-1)?.headers.authorization).toBeUndefined();
  });

  it('says that the api is silent when it is late or not there', async () => {
    api.answer(() => ({ status: 200, afterMs: 500 }));
    await expect(new ApiClient(api.url, undefined, 50).get('/late')).rejects.toThrow(
      'gave no answer within 0.05 seconds',
    );
    await expect(new ApiClient('http://127.0.0.1:9').get('/x')).rejects.toBeInstanceOf(ApiUnavailableError);
  });

  it('cannot be led to another address by an id', () => {
    expect(path`/api/v1/child-cases/${'../../sessions?x=1#'}/grade`).toBe(
      '/api/v1/child-cases/..%2F..%2Fsessions%3Fx%3D1%23/grade',
    );
  });
});
