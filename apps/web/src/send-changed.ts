import type { FastifyReply, FastifyRequest } from 'fastify';
import { typedWords } from './error-pages.js';
import { formValues } from './form-values.js';
import type { Changed, Page } from './page.js';
import { formState, send } from './respond.js';
import { signedInAs, tongueOf } from './session-cookies.js';
import type { Frame, Views } from './view.js';
import { writtenIn } from './written.js';

const title = 'Somebody changed this record while you were working';

/** Answers with both versions side by side: what was sent, and what the record is now; what was typed can be sent again. */
export function sendChanged(
  views: Views,
  page: Page,
  request: FastifyRequest,
  reply: FastifyReply,
  changed: Changed,
  saved: boolean,
): FastifyReply {
  const form = formValues((request.body ?? {}) as Record<string, unknown>);
  const typed = typedWords(form, page.fields).filter(({ text }) => text !== '');
  const fields = Object.entries(form).flatMap(([name, value]) =>
    [value ?? []].flat().map((one) => ({ name, value: one })),
  );
  const model = { ...changed, typed, fields, saved, open: page.get ? request.url : changed.href };
  const state = formState(request, reply, { version: changed.version });
  const who = signedInAs(request);
  const frame: Frame = {
    ...{ title, who, section: page.section, form: state },
    ...{ tongue: tongueOf(request), isWritten: writtenIn(request, who?.name) },
  };
  return send(reply, 412, views.page('frame/changed', model, frame));
}
