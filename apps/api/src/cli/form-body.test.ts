import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ask, refusalOf } from './ask.js';
import { exitCodes } from './exit-codes.js';
import { formBody } from './form-body.js';

const folder = mkdtempSync(join(tmpdir(), 'mase-form-'));
afterAll(() => rmSync(folder, { recursive: true }));

const fileOf = (bytes: number) => {
  const path = join(folder, `${bytes}.csv`);
  writeFileSync(path, 'a'.repeat(bytes));
  return path;
};

describe('a form with a file', () => {
  it('is read as it was meant, also with names that have quotation marks', async () => {
    const path = fileOf(200_000);
    const { type, body } = await formBody([
      { name: 'preview', value: 'true' },
      { name: 'census', path, filename: 'the "last" one.csv' },
    ]);
    const form = await new Response(body, { headers: { 'content-type': type } }).formData();
    expect(form.get('preview')).toBe('true');
    const file = form.get('census') as File;
    expect([file.size, file.name]).toEqual([200_000, 'the "last" one.csv']);
  });

  it('that cannot be read is said before anything is sent', async () => {
    for (const [path, why] of [
      [join(folder, 'none.csv'), 'there is no such file'],
      [folder, 'it is not a file'],
    ] as const)
      await expect(formBody([{ name: 'file', path, filename: 'x' }])).rejects.toThrow(
        `${path} cannot be read: ${why}.`,
      );
  });

  it.each([10_000, 3_000_000])(
    'of %i bytes that is refused before it was sent ends in the words of the refusal, and in no other error',
    async (bytes) => {
      const uncaught: unknown[] = [];
      const note = (error: unknown) => uncaught.push(error);
      process.on('uncaughtException', note);
      const server = createServer((request, reply) => {
        reply.writeHead(403, { 'content-type': 'application/problem+json' });
        reply.end(JSON.stringify({ title: 'Not permitted', detail: 'This can be done by the coordinator.' }));
        request.resume();
      }).listen(0, '127.0.0.1');
      await once(server, 'listening');
      const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      for (let time = 0; time < 5; time += 1) {
        const body = await formBody([{ name: 'census', path: fileOf(bytes), filename: 'census.xml' }]);
        const refusal = await refusalOf(await ask(address, '/', { method: 'POST', body }));
        expect(refusal.message).toContain('This can be done by the coordinator.');
        expect(refusal.exitCode).toBe(exitCodes.refused);
      }
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      process.off('uncaughtException', note);
      expect(uncaught).toEqual([]);
    },
  );
});
