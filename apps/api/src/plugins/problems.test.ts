import fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problems } from './problems.js';

const app = fastify();
const failing = (code: string, message: string) => Object.assign(new Error(message), { code });
beforeAll(async () => {
  await app.register(problems);
  app.get('/audit', () => Promise.reject(failing('42501', 'permission denied for table audit')));
  app.get('/written', () => Promise.reject(failing('42501', 'permission denied for table written')));
  app.get('/gone', () => Promise.reject(failing('57P01', 'terminating connection')));
});
afterAll(() => app.close());

describe('what the database refuses', () => {
  it.each([
    ['the audit that cannot be written is not available now', '/audit', 503],
    ['any other right that is missing is our fault', '/written', 500],
    ['a connection that ended is not available now', '/gone', 503],
  ])('%s', async (_, url, status) => {
    const answer = await app.inject({ url });
    expect(answer.statusCode).toBe(status);
    expect(answer.body).not.toContain('permission');
  });
});
