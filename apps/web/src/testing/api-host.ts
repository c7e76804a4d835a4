import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface, type Interface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { TestDatabase } from '@mase/store/testing';
import type { ApiProcess } from './api-process.js';

const program = fileURLToPath(new URL('../../../api/dist/testing/host.js', import.meta.url));

interface Host {
  process: ChildProcessWithoutNullStreams;
  lines: Interface;
  /** What the host is asked waits for what it was asked before. */
  last: Promise<unknown>;
}

let running: Host | undefined;

function host(): Host {
  if (running) return running;
  const child = spawn(process.execPath, [program], { stdio: 'pipe' });
  child.stderr.pipe(process.stderr);
  // The host does not keep the tests from ending, and ends with them.
  child.unref();
  for (const stream of [child.stdin, child.stdout, child.stderr])
    (stream as { unref?: () => void }).unref?.();
  child.once('exit', () => {
    running = undefined;
  });
  running = { process: child, lines: createInterface({ input: child.stdout }), last: Promise.resolve() };
  return running;
}

function ask<Answer>(asked: object): Promise<Answer> {
  const one = host();
  const answered = one.last.then(
    () =>
      new Promise<Answer>((done, failed) => {
        const ended = () => failed(new Error('the host of the api ended'));
        one.process.once('exit', ended);
        one.lines.once('line', (line) => {
          one.process.off('exit', ended);
          done(JSON.parse(line) as Answer);
        });
        one.process.stdin.write(`${JSON.stringify(asked)}\n`);
      }),
  );
  one.last = answered.catch(() => undefined);
  return answered;
}

/** The built api over a database, which goes with it, in a process that the tests of one worker have in common. */
export async function hostedApi(database: TestDatabase): Promise<ApiProcess> {
  const { url } = await ask<{ url: string }>({ connections: database.connections });
  const close = async (): Promise<void> => {
    await ask({ close: url });
    await database.drop();
  };
  return { url, close };
}
