import { randomUUID } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { wrongUsage } from './exit-codes.js';

/** A field of a form: a value, or a file by its path and the name under which it is sent. */
export type FormField = { name: string; value: string } | { name: string; path: string; filename: string };

/** A form as it is sent. */
export interface FormBody {
  type: string;
  body: ReadableStream<Uint8Array>;
}

/**
 * A form whose files are read as they are sent. An answer may come before it was sent whole: nothing is read or sent from
 * then on, and that is no error. (The platform's own forms fail there, outside of any promise.) Throws wrong usage where
 * a file cannot be read.
 */
export async function formBody(fields: readonly FormField[]): Promise<FormBody> {
  for (const field of fields) if ('path' in field) await readable(field.path);
  const boundary = `mase-${randomUUID()}`;
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    body: ReadableStream.from(pieces(fields, boundary)) as ReadableStream<Uint8Array>,
  };
}

async function readable(path: string): Promise<void> {
  try {
    if (!(await stat(path)).isFile()) throw wrongUsage(`${path} cannot be read: it is not a file.`);
    await access(path, constants.R_OK);
  } catch (error) {
    const why = whyNot[(error as NodeJS.ErrnoException).code ?? ''];
    if (!why) throw error;
    throw wrongUsage(`${path} cannot be read: ${why}.`);
  }
}

/** Why a file cannot be read, by what the system says. */
const whyNot: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EACCES: 'you may not read it',
  EPERM: 'you may not read it',
};

/** A name between quotation marks, as forms write it. */
const quoted = (text: string) =>
  `"${text.replace(/["\r\n]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)}"`;

async function* pieces(fields: readonly FormField[], boundary: string): AsyncGenerator<Uint8Array> {
  const text = new TextEncoder();
  for (const field of fields) {
    const head = `--${boundary}\r\nContent-Disposition: form-data; name=${quoted(field.name)}`;
    if ('path' in field) {
      yield text.encode(
        `${head}; filename=${quoted(field.filename)}\r\nContent-Type: application/octet-stream\r\n\r\n`,
      );
      for await (const piece of createReadStream(field.path)) yield piece as Uint8Array;
    } else yield text.encode(`${head}\r\n\r\n${field.value}`);
    yield text.encode('\r\n');
  }
  yield text.encode(`--${boundary}--\r\n`);
}
