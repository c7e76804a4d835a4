import type { FastifyReply, FastifyRequest } from 'fastify';
import { uuidv7 } from 'uuidv7';
import { type ApiFile, ApiUnavailableError, type Problem } from './api-client.js';
import { ApiRefusedError } from './api-refused-error.js';
import { type Draft, draftForm } from './drafts.js';
import { earlierDay } from './earlier-day.js';
import { errorPage, type Kept, typedWords } from './error-pages.js';
import type { ErrorWords } from './error-words.js';
import { type FormValues, formValues } from './form-values.js';
import { hintsOf } from './language-hints.js';
import type { Kept as KeptByBrowser, Page, Shown } from './page.js';
import { signedInAs, takeLanguage, takeNotice, tongueOf } from './session-cookies.js';
import type { FormState } from './templating/form-helpers.js';
import type { Frame, Views } from './view.js';
import { writtenIn } from './written.js';

interface Filling {
  errors?: ErrorWords[];
  typed?: FormValues;
  draft?: { record: string; saved: Draft | null } | null;
}

/** The secrets and contents of the form on a page that answers this request. */
export function formState(
  request: FastifyRequest,
  reply: FastifyReply,
  given: Partial<FormState> = {},
): FormState {
  return {
    action: request.url,
    csrf: reply.generateCsrf(),
    key: uuidv7(),
    version: null,
    shown: new Date().toISOString(),
    values: {},
    errors: {},
    draft: null,
    ...given,
  };
}

function withoutPasswords(typed: FormValues | undefined): FormValues | undefined {
  return typed && Object.fromEntries(Object.entries(typed).filter(([name]) => !/password/i.test(name)));
}

/** Answers with a whole page, never stored anywhere on the way. */
export function send(reply: FastifyReply, status: number, html: string): FastifyReply {
  return reply.code(status).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(html);
}

/** Answers with a page's view: what was typed stands before a draft, a draft before what the record holds. */
export function sendPage(
  views: Views,
  page: Page,
  shown: Shown & KeptByBrowser,
  request: FastifyRequest,
  reply: FastifyReply,
  filling: Filling,
): FastifyReply {
  const { errors = [], draft = null } = filling;
  const kept = draft?.saved?.fields;
  const state = formState(request, reply, {
    version: shown.version ?? null,
    values:
      withoutPasswords(filling.typed) ??
      (kept && page.putBack?.(kept, shown.values ?? {})) ??
      kept ??
      shown.values ??
      {},
    errors: Object.fromEntries(errors.flatMap(({ field, text }) => (field ? [[field, text]] : []))),
    draft: draft && {
      form: draftForm(page.id),
      record: draft.record,
      saved: filling.typed ? null : (draft.saved?.savedAt ?? null),
    },
  });
  const who = shown.session === undefined ? signedInAs(request) : (shown.session?.who ?? null);
  const frame: Frame = {
    title: shown.title,
    who,
    tongue: tongueOf(request),
    isWritten: writtenIn(request, who?.name),
    views: request.savedViews ?? null,
    file: request.listFile ?? null,
    tools: request.listTools ?? null,
    earlier: earlierDay(page.id, request.params as Record<string, string>, who),
    section: page.section,
    back: shown.back,
    notice: takeNotice(request, reply),
    language: languageOf(request, reply),
    errors,
    form: state,
  };
  return send(
    reply,
    shown.status ?? (errors.length > 0 ? 422 : 200),
    views.page(page.id, shown.model ?? {}, frame),
  );
}

/** Answers with an error page: what happened, what was kept, what to do. Its own failure is left to the caller. */
export function sendError(
  views: Views,
  status: number,
  request: FastifyRequest,
  reply: FastifyReply,
  problem?: Problem,
  savedDraft = false,
): FastifyReply {
  const posted =
    request.method === 'GET' || request.method === 'HEAD'
      ? {}
      : ((request.body ?? {}) as Record<string, unknown>);
  const typed = typedWords(formValues(posted));
  const kept: Kept = savedDraft ? 'draft' : typed.length > 0 ? 'page' : 'nothing';
  const page = errorPage(status, kept, request.url, request.method === 'POST', problem);
  const model = {
    ...page,
    typed,
    openTyped: kept === 'page',
    severalSteps: page.steps.length > 1,
    resend: page.status === 503 && request.method === 'POST' ? resent(posted) : null,
    reference: page.status === 500 ? request.id : null,
  };
  const frame: Frame = {
    title: page.title,
    who: signedInAs(request),
    tongue: tongueOf(request),
    isWritten: writtenIn(request, signedInAs(request)?.name),
    form: formState(request, reply),
  };
  return send(reply, page.status, views.page('frame/error', model, frame));
}

function languageOf(request: FastifyRequest, reply: FastifyReply): Frame['language'] {
  const left = takeLanguage(request, reply);
  return left && hintsOf(left);
}

const fileHeaders = [
  ...['content-type', 'content-length', 'content-disposition', 'digest', 'etag'],
  ...['accept-ranges', 'content-range'],
];

/** Answers with a file of the api as it comes, under its own name and type, never kept by a cache. */
export function sendFile(reply: FastifyReply, { status, headers, body }: ApiFile): FastifyReply {
  for (const name of fileHeaders) {
    const value = headers.get(name);
    if (value !== null) reply.header(name, value);
  }
  return reply.code(status).header('cache-control', 'no-store').send(body);
}

/** The fields of a form that may be sent again as they were, with the same repeat key; never a password. */
function resent(posted: Record<string, unknown>): { name: string; value: string }[] | null {
  if (typeof posted._key !== 'string' || 'password' in posted) return null;
  return Object.entries(posted)
    .filter(([name]) => name !== '_csrf')
    .flatMap(([name, value]) => [value].flat().map((one) => ({ name, value: String(one) })));
}

/** The status and problem behind an error: the api's refusal, its silence, a refused form, or a fault of ours (500). */
export function problemOf(error: unknown): { status: number; problem?: Problem } {
  if (error instanceof ApiRefusedError) return { status: error.status, problem: error.problem };
  if (error instanceof ApiUnavailableError) return { status: 503 };
  const { statusCode, code } = error as { statusCode?: number; code?: string };
  if (code?.startsWith('FST_CSRF_'))
    return { status: 403, problem: { title: 'Form too old', status: 403, code: 'FORM_TOO_OLD' } };
  return { status: statusCode !== undefined && statusCode < 500 ? statusCode : 500 };
}
