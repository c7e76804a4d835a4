import { createHash } from 'node:crypto';
import { type MatchListRow, type Reading, readMatchList } from '@mase/exchange';
import { type Fault, type SharingPower, sharingPowerCodes } from '@mase/workflow';
import type { FastifyRequest } from 'fastify';
import { BodyError, readBody } from '../body.js';
import { SomeOf, Text } from '../fields.js';
import { ProblemError } from '../problem.js';

/** Whose list it is, and by which power and why it is compared: all of it comes before the file. */
export class MatchListBody {
  @Text(120)
  from: string;

  @SomeOf(sharingPowerCodes)
  powers: SharingPower[];

  @Text(2000)
  purpose: string;
}

/** A list that is being received: what was said of it, its rows as they come, and its digest once they have. */
export interface ReceivedList {
  asked: MatchListBody;
  rows: AsyncGenerator<Reading<MatchListRow>>;
  /** SHA-256 of its bytes. To be asked after the last row; throws where the list was longer than is taken. */
  digest: () => string;
}

const megabytes = 50;
/** A list is called so in faults: the name of a file may name somebody. */
const called = 'list';

const limits = {
  fileSize: megabytes * 1024 * 1024,
  files: 1,
  fields: 2 + sharingPowerCodes.length,
  fieldSize: 10_000,
};

/**
 * Receives a form of `from`, `powers`, `purpose` and, last, `file`. The list is read as it comes and is written nowhere.
 * Throws a problem with every fault.
 */
export async function receiveList(request: FastifyRequest): Promise<ReceivedList> {
  const told: { [name: string]: unknown } = {};
  const powers: unknown[] = [];
  for await (const part of request.parts({ limits })) {
    if (part.type !== 'file') {
      if (part.fieldname === 'powers') powers.push(part.value);
      else told[part.fieldname] = part.value;
      continue;
    }
    try {
      const asked = readBody(MatchListBody, { ...told, ...(powers.length > 0 ? { powers } : {}) });
      if (part.fieldname !== 'file') throw new BodyError([fileFault(`/${part.fieldname}`)]);
      const hash = createHash('sha256');
      const digest = () => {
        if (part.file.truncated) throw tooLarge();
        return hash.digest('hex');
      };
      return { asked, rows: readMatchList(passing(part.file, hash), called), digest };
    } catch (error) {
      part.file.resume();
      throw error;
    }
  }
  throw new BodyError([fileFault('/file')]);
}

const fileFault = (pointer: string): Fault => ({
  pointer,
  code: 'file',
  detail: 'Send from, powers and purpose, and after them the list as file.',
});

function tooLarge(): ProblemError {
  const detail = `The list holds more than ${megabytes} MB; nothing was recorded. Send it in parts.`;
  return new ProblemError({ status: 413, code: 'TOO_LARGE', title: 'Too large', detail });
}

async function* passing(bytes: AsyncIterable<Buffer>, hash: { update(piece: Buffer): unknown }) {
  for await (const piece of bytes) {
    hash.update(piece);
    yield piece;
  }
}
