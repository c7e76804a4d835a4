import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Fault } from '@mase/workflow';
import type { FastifyRequest } from 'fastify';
import { BodyError } from '../body.js';
import { isDay } from '../day.js';
import { ProblemError } from '../problem.js';
import type { ImportKind, ImportOrder } from './import-kind.js';

/** What was received, in a folder of its own that `remove` takes away. */
export interface Received {
  order: ImportOrder;
  remove(): Promise<void>;
}

const fault = (pointer: string, code: string, detail: string): Fault => ({ pointer, code, detail });

/** Streams the parts of a form to a folder of the operating system; throws a problem with every fault, and removes what it wrote. */
export async function receiveFiles(
  request: FastifyRequest,
  kind: ImportKind,
  today: string,
): Promise<Received> {
  const folder = await mkdtemp(join(tmpdir(), 'mase-import-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    return { order: await readParts(request, kind, folder, today), remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function readParts(
  request: FastifyRequest,
  { parts, megabytes }: ImportKind,
  folder: string,
  today: string,
): Promise<ImportOrder> {
  const order: ImportOrder = { files: {}, asAt: today, preview: false };
  const faults: Fault[] = [];
  for await (const part of request.parts({
    limits: { fileSize: megabytes * 1024 * 1024, files: parts.length },
  })) {
    const name = part.fieldname;
    if (part.type === 'file') {
      if (!parts.includes(name) || order.files[name]) {
        faults.push(fault(`/${name}`, 'file', `Send each of ${parts.join(', ')} at most once.`));
        part.file.resume();
        continue;
      }
      const path = join(folder, name);
      await pipeline(part.file, createWriteStream(path, { mode: 0o600 }));
      if (part.file.truncated) throw tooLarge(name, megabytes);
      order.files[name] = { path, name: nameOf(part.filename, name) };
    } else if (name === 'asAt' && isDay(part.value)) order.asAt = part.value;
    else if (name === 'preview' && ['true', 'false'].includes(String(part.value)))
      order.preview = part.value === 'true';
    else
      faults.push(
        fault(
          `/${name}`,
          'field',
          'Send asAt as YYYY-MM-DD and preview as true or false; no other field is known.',
        ),
      );
  }
  if (order.asAt > today) faults.push(fault('/asAt', 'future', 'The as-at day cannot lie in the future.'));
  if (Object.keys(order.files).length === 0)
    faults.push(fault('', 'file', `Send at least one file: ${parts.join(', ')}.`));
  if (faults.length > 0) throw new BodyError(faults);
  return order;
}

/** The name that a report calls the file by: the sender's, without any folder. */
function nameOf(given: string | undefined, part: string): string {
  return basename((given ?? '').replaceAll('\\', '/')).slice(0, 100) || part;
}

function tooLarge(name: string, megabytes: number): ProblemError {
  const detail = `${name} holds more than ${megabytes} MB; nothing was taken. Send it in parts.`;
  return new ProblemError({ status: 413, code: 'TOO_LARGE', title: 'Too large', detail });
}
