import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Fault } from '@mase/workflow';
import type { FastifyRequest } from 'fastify';
import { BodyError } from '../body.js';
import { isDay } from '../fields.js';
import { ProblemError } from '../problem.js';
import { type Stage, stages } from './import-lines.js';
import type { ImportOrder } from './run-import.js';

/** The most that one file of a return may hold, in bytes. */
export const fileLimit = 50 * 1024 * 1024;

/** What was received, in a folder of its own that `remove` takes away. */
export interface Received {
  order: ImportOrder;
  remove(): Promise<void>;
}

const isStage = (name: string): name is Stage => (stages as readonly string[]).includes(name);
const fault = (pointer: string, code: string, detail: string): Fault => ({ pointer, code, detail });

/** Streams the parts of a form to a folder of the operating system; throws a problem with every fault, and removes what it wrote. */
export async function receiveFiles(request: FastifyRequest, today: string): Promise<Received> {
  const folder = await mkdtemp(join(tmpdir(), 'mase-import-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    return { order: await readParts(request, folder, today), remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function readParts(request: FastifyRequest, folder: string, today: string): Promise<ImportOrder> {
  const order: ImportOrder = { files: {}, asAt: today, preview: false };
  const faults: Fault[] = [];
  for await (const part of request.parts()) {
    const name = part.fieldname;
    if (part.type === 'file') {
      if (!isStage(name) || order.files[name]) {
        faults.push(fault(`/${name}`, 'file', `Send each of ${stages.join(', ')} at most once.`));
        part.file.resume();
        continue;
      }
      const path = join(folder, name);
      await pipeline(part.file, createWriteStream(path, { mode: 0o600 }));
      if (part.file.truncated) throw tooLarge(name);
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
    faults.push(fault('', 'file', `Send at least one file: ${stages.join(', ')}.`));
  if (faults.length > 0) throw new BodyError(faults);
  return order;
}

/** The name that a report calls the file by: the sender's, without any folder. */
function nameOf(given: string | undefined, stage: Stage): string {
  return basename((given ?? '').replaceAll('\\', '/')).slice(0, 100) || `${stage}.csv`;
}

function tooLarge(name: string): ProblemError {
  const detail = `${name} holds more than ${fileLimit / 1024 / 1024} MB; nothing was taken. Send the return in parts.`;
  return new ProblemError({ status: 413, code: 'TOO_LARGE', title: 'Too large', detail });
}
