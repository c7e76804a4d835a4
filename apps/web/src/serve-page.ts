import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ApiClient } from './api-client.js';
import type { SpeakingArea } from './area-words.js';
import { type Asked, wrongDays } from './asked-days.js';
import { changedRecord } from './changed-record.js';
import { type Draft, draftForm, dropDraft, readDraft, saveDraft } from './drafts.js';
import { anchorOf, type ErrorWords, errorWords } from './error-words.js';
import type { FormValues } from './form-values.js';
import { listFileWays } from './list-files.js';
import { listPages } from './list-pages.js';
import { listTools } from './list-tools.js';
import { logFault } from './log-requests.js';
import type { Answer, Kept, Page, Shown } from './page.js';
import { problemOf, sendError, sendFile, sendPage } from './respond.js';
import { readSavedViews } from './saved-views.js';
import { sendChanged } from './send-changed.js';
import {
  forgetSession,
  keepSession,
  keepSignIn,
  leaveLanguage,
  leaveNotice,
  sessionToken,
  signedInAs,
} from './session-cookies.js';
import type { Views } from './view.js';
import { Visit } from './visit.js';

/** What serving pages needs from the app. */
export interface Serving {
  api: ApiClient;
  area: SpeakingArea;
  views: Views;
}

const recordId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether the address names a record at all: of a word in its place the api may know something else. */
const namesRecord = ({ params }: Visit): boolean => params.id === undefined || recordId.test(params.id);

/** Makes a page's address answer: GET with its view, POST with its command, then on, or the form again, or an error page. */
export function servePage(app: FastifyInstance, page: Page, serving: Serving): void {
  const preHandler = serving.area.before;
  if (page.get) app.get(page.url, { preHandler }, (request, reply) => opened(page, serving, request, reply));
  const config = { takesFiles: page.takesFiles ?? false };
  if (page.post)
    app.post(page.url, { config, preHandler }, (request, reply) => sent(page, serving, request, reply));
}

function visitOf({ api }: Serving, request: FastifyRequest): Visit {
  const session = sessionToken(request);
  const asked = api.as(session, request.ip);
  request.answered = asked.answered;
  return new Visit(request, asked, session, signedInAs(request));
}

const signIn = (returnTo: string): string => `/session/sign-in?returnTo=${encodeURIComponent(returnTo)}`;

async function opened(
  page: Page,
  serving: Serving,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const visit = visitOf(serving, request);
  if (!page.open && !visit.session) {
    return reply.redirect(signIn(request.url), 303);
  }
  if (!namesRecord(visit)) return sendError(serving.views, 404, request, reply);
  visit.list = listPages[page.id];
  const record = page.draft?.(visit);
  const draft = record === undefined ? null : readDraft(visit.api, draftForm(page.id), record);
  try {
    const [answer, saved, views] = await Promise.all([page.get?.(visit), draft, readSavedViews(visit, page)]);
    visit.request.savedViews = views;
    visit.request.listFile = listFileWays(page, visit);
    visit.request.listTools = listTools(page.id, visit);
    return carryOut(
      page,
      serving,
      request,
      reply,
      answer as Answer,
      record === undefined ? null : { record, saved },
    );
  } catch (error) {
    if (problemOf(error).status === 401) return reply.redirect(signIn(request.url), 303);
    throw error;
  }
}

async function sent(
  page: Page,
  serving: Serving,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const visit = visitOf(serving, request);
  if (!page.open && !visit.session) return sendError(serving.views, 401, request, reply);
  if (!namesRecord(visit)) return sendError(serving.views, 404, request, reply);
  try {
    const answer = (await page.post?.(visit)) as Answer;
    if (answer.kind === 'again') {
      return await shownAgain(page, serving, visit, reply, ownErrors(page, answer.errors));
    }
    const record = page.draft?.(visit);
    if (answer.kind === 'go' && visit.language.terms.length > 0) leaveLanguage(reply, visit.language);
    const done = answer.kind === 'go' || (answer.kind === 'show' && answer.done);
    if (record !== undefined && done) await dropDraft(visit.api, draftForm(page.id), record);
    const kept = answer.kind === 'show' && record !== undefined ? { record, saved: null } : null;
    return carryOut(page, serving, request, reply, answer, kept);
  } catch (error) {
    return refused(page, serving, visit, reply, error);
  }
}

function ownErrors({ fields = {} }: Page, errors: Record<string, string>): ErrorWords[] {
  return Object.entries(errors).map(([field, text]) => ({ field, anchor: anchorOf(field, fields), text }));
}

async function refused(
  page: Page,
  serving: Serving,
  visit: Visit,
  reply: FastifyReply,
  error: unknown,
): Promise<FastifyReply> {
  const { status, problem } = problemOf(error);
  if (status === 500) logFault(visit.request, error);
  const faults = [400, 409, 422].includes(status) ? (problem?.errors ?? []) : [];
  if (faults.length > 0) {
    const placed = faults.map((fault) => ({
      ...fault,
      field: page.place?.(fault.pointer, visit, fault.code),
    }));
    return shownAgain(page, serving, visit, reply, errorWords(placed, page.fields ?? {}, visit.form));
  }
  const record = status === 404 ? undefined : page.draft?.(visit);
  const saved = record !== undefined && (await saveDraft(visit.api, draftForm(page.id), record, visit.form));
  if (status === 401 && saved) return reply.redirect(signIn(visit.request.url), 303);
  const changed = status === 412 ? await changedRecord(page, visit).catch(() => undefined) : undefined;
  if (changed) return sendChanged(serving.views, page, visit.request, reply, changed, saved);
  return sendError(serving.views, status, visit.request, reply, problem, saved);
}

async function shownAgain(
  page: Page,
  { views }: Serving,
  visit: Visit,
  reply: FastifyReply,
  errors: ErrorWords[],
): Promise<FastifyReply> {
  const answer = await page.get?.(visit);
  if (answer?.kind !== 'show') throw new Error(`${page.id} must show its form to show it again`);
  const record = page.draft?.(visit);
  const draft = record === undefined ? null : { record, saved: null };
  // Asked again at the version that was seen: a newer one would hide what somebody else did meanwhile.
  const version = visit.sent.version ?? answer.version;
  return sendPage(views, page, { ...answer, version, status: 422 }, visit.request, reply, {
    errors,
    typed: visit.form,
    draft,
  });
}

function carryOut(
  page: Page,
  { views }: Serving,
  request: FastifyRequest,
  reply: FastifyReply,
  answer: Answer,
  draft: { record: string; saved: Draft | null } | null,
): FastifyReply {
  if (answer.kind === 'again') throw new Error(`${page.id} may answer "again" only to what is sent`);
  if (answer.kind === 'file') return sendFile(reply, answer.file);
  keepOrForget(reply, answer);
  if (answer.kind === 'show')
    return sendPage(views, page, answer satisfies Shown, request, reply, {
      draft,
      ...wrongly(page, answer, request),
    });
  if (answer.notice) leaveNotice(reply, answer.notice);
  return reply.redirect(answer.to, 303);
}

/** What is said where the address of a page asks for what is no day, and what was typed then. */
function wrongly({ fields }: Page, { values }: Shown, request: FastifyRequest) {
  if (request.method !== 'GET') return {};
  const query = request.query as FormValues & Asked;
  const errors = wrongDays(query, fields);
  return errors.length > 0 ? { errors, typed: { ...values, ...query } } : {};
}

function keepOrForget(reply: FastifyReply, { session, signIn: secret }: Kept): void {
  if (session) keepSession(reply, session.token, session.who);
  if (session === null) forgetSession(reply);
  if (secret) keepSignIn(reply, secret);
}
