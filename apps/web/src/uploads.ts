import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { FormValues } from './form-values.js';
import { sessionToken } from './session-cookies.js';

/** A file that a form brought: where it lies, and whether it was longer than is taken. */
export interface Upload {
  path: string;
  name: string;
  tooLong: boolean;
}

/** Files of a form by field, in a folder of their own that goes when the answer has gone, unless somebody takes it over. */
export interface Uploads {
  folder: string | null;
  files: { [field: string]: Upload };
}

declare module 'fastify' {
  interface FastifyRequest {
    uploads: Uploads | null;
  }
  interface FastifyContextConfig {
    /** Set where a page takes files. */
    takesFiles?: boolean;
  }
}

/** The most megabytes of a file that the pages take: larger ones are taken from the command line. */
export const uploadMegabytes = 50;

const limits = { fileSize: uploadMegabytes * 1024 * 1024, files: 3, fields: 30, fieldSize: 10_000 };

const notHere = () => Object.assign(new Error('This page takes no files'), { statusCode: 415 });

/** Receives forms with files, for the pages that take them, from somebody who is signed in. */
export async function receiveUploads(app: FastifyInstance): Promise<void> {
  await app.register(multipart);
  app.decorateRequest('uploads', null);
  app.addHook('preValidation', async (request) => {
    if (!request.isMultipart()) return;
    if (!request.routeOptions.config.takesFiles || !sessionToken(request)) throw notHere();
    request.uploads = { folder: await mkdtemp(join(tmpdir(), 'mase-upload-')), files: {} };
    request.body = await readForm(request, request.uploads);
  });
  app.addHook('onResponse', async ({ uploads }) => {
    if (uploads?.folder) await rm(uploads.folder, { recursive: true, force: true });
  });
}

async function readForm(request: FastifyRequest, { folder, files }: Uploads): Promise<FormValues> {
  const form: { [name: string]: string | string[] } = {};
  for await (const part of request.parts({ limits })) {
    const { fieldname } = part;
    if (part.type !== 'file') {
      const before = form[fieldname];
      form[fieldname] = before === undefined ? String(part.value) : [before, String(part.value)].flat();
      continue;
    }
    // A field in which no file was chosen comes as an empty one without a name.
    if (!part.filename || !/^[a-z]{1,20}$/.test(fieldname)) {
      part.file.resume();
      continue;
    }
    const path = join(folder ?? '', fieldname);
    await pipeline(part.file, createWriteStream(path, { mode: 0o600 }));
    files[fieldname] = { path, name: part.filename.slice(-100), tooLong: part.file.truncated };
  }
  return form;
}
