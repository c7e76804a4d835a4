import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { type ApiClient, path } from './api-client.js';
import { timeWords } from './date-words.js';
import { type FormValues, formValues } from './form-values.js';
import { sessionToken } from './session-cookies.js';

/** A form's saved text, as the api keeps it for one person, form and record. */
export interface Draft {
  fields: FormValues;
  savedAt: string;
}

const place = (form: string, record: string): string => path`/api/v1/drafts/${form}/${record}`;

/** The name of a page's drafts: its id with a dot. */
export function draftForm(pageId: string): string {
  return pageId.replace('/', '.');
}

/**
 * What a draft belongs to where one record has several such forms: the record, and by what in its address they differ, as
 * the page of a list. Where nothing is given it is the record alone.
 */
export function draftPart(record: string, ...by: (string | undefined)[]): string {
  if (!by.some(Boolean)) return record;
  return `${record}.${createHash('sha256').update(JSON.stringify(by)).digest('hex').slice(0, 32)}`;
}

/** The draft, or nothing when there is none or it may not be read. */
export async function readDraft(api: ApiClient, form: string, record: string): Promise<Draft | null> {
  const answer = await api.get<Draft>(place(form, record));
  return answer.ok ? answer.body : null;
}

/** Saves a draft. False when it was not saved, whatever the reason; never throws, because it is called when something else failed. */
export async function saveDraft(
  api: ApiClient,
  form: string,
  record: string,
  values: FormValues,
): Promise<boolean> {
  try {
    return (await api.put(place(form, record), { fields: values })).ok;
  } catch {
    return false;
  }
}

/** Removes a draft whose form was sent; one that stays behind is offered again and harms nobody, so failing is no error. */
export async function dropDraft(api: ApiClient, form: string, record: string): Promise<void> {
  await api.delete(place(form, record)).catch(() => undefined);
}

interface Put {
  Params: { form: string; record: string };
  Body: { values?: Record<string, unknown> } | null;
}

/** `PUT /drafts/:form/:record` from the page's script, passed on to the api; answers the time as words, or the api's refusal. */
export function serveDrafts(app: FastifyInstance, api: ApiClient): void {
  app.put<Put>('/drafts/:form/:record', { bodyLimit: 512 * 1024 }, async (request, reply) => {
    const { form, record } = request.params;
    const fields = formValues(request.body?.values ?? {});
    const answer = await api
      .as(sessionToken(request), request.ip)
      .put<{ savedAt: string }>(place(form, record), { fields });
    if (!answer.ok)
      return reply.code(answer.status).type('application/problem+json').send(JSON.stringify(answer.problem));
    return { saved: timeWords(answer.body.savedAt) };
  });
}
