import { commandLabels, labelOf } from '@mase/workflow/words';
import type { Missing, Problem } from './api-client.js';
import type { Fields } from './error-words.js';
import type { FormValues } from './form-values.js';

/** What became of what somebody typed: nothing was typed, it is saved as a draft, or it stands on this page only. */
export type Kept = 'nothing' | 'draft' | 'page';

/** What an error page says: what happened, what was kept, what to do. The model of the view `frame/error`. */
export interface ErrorPage {
  status: number;
  title: string;
  happened: string[];
  missing: Missing[];
  kept: string;
  /** What would be accepted now, with the page where it is done. */
  possible: { text: string; href?: string }[];
  steps: { text: string; href?: string }[];
}

interface Words {
  title: string;
  happened: string;
  /** Said instead when something was sent, and not only a page opened. */
  sent?: string;
  steps: (back: string) => { text: string; href?: string }[];
}

const start = { text: 'Go to the start page', href: '/' };
const reopen = (back: string) => ({ text: 'Open the page again', href: back });

/** Where a record is opened in an emergency; what the address named is taken along, whether there is such a record or not. */
const emergency = (back: string) => {
  const id = /^\/child-cases\/([0-9a-f-]{36})/.exec(back)?.[1];
  return `/break-glass/open-record${id ? `?reference=${id}` : ''}`;
};

const byStatus: Record<number, Words> = {
  400: {
    title: 'This could not be done',
    happened: 'What your browser sent could not be taken as it was.',
    steps: (back) => [reopen(back), start],
  },
  413: {
    title: 'This is too large to send',
    happened: 'Your form holds more than this service can take at once.',
    steps: (back) => [{ text: 'Go back in your browser and shorten the text' }, reopen(back)],
  },
  401: {
    title: 'Your session has ended',
    happened:
      'You were signed out because nothing was sent for a while, or because you signed out elsewhere.',
    steps: (back) => [
      {
        text: 'Sign in and return to this page',
        href: `/session/sign-in?returnTo=${encodeURIComponent(back)}`,
      },
    ],
  },
  403: {
    title: 'You cannot do this',
    happened: 'Your role, or your part in this case, does not allow it.',
    steps: (back) => [
      reopen(back),
      { text: 'If you think you should be able to, ask the case’s owner or your administrator' },
    ],
  },
  404: {
    title: 'Page not found',
    happened: 'There is no such page, or it is not open to you.',
    steps: (back) => [
      { text: 'If you typed the address, check it' },
      start,
      ...(/^\/(child-cases|children)\//.test(back)
        ? [
            {
              text: 'If a child is in danger and you must see a record now, open it in an emergency',
              href: emergency(back),
            },
          ]
        : []),
    ],
  },
  409: {
    title: 'This cannot be done now',
    happened: 'The record is not at the step where this can be done.',
    steps: (back) => [reopen(back), start],
  },
  412: {
    title: 'Somebody changed this record while you were working',
    happened: 'What you sent was not applied, so that it could not undo what they did.',
    steps: (back) => [
      {
        text: 'Open the page again to see the record as it is now, then send yours if it still fits',
        href: back,
      },
    ],
  },
  500: {
    title: 'Something went wrong',
    happened: 'There is a fault in this service. It was recorded.',
    sent: 'There is a fault in this service. It was recorded. What you sent may or may not have been taken: open the page again to see.',
    steps: (back) => [reopen(back), { text: 'If it happens again, report it' }],
  },
  503: {
    title: 'The service is not answering',
    happened: 'This page could not be fetched.',
    sent: 'What you sent may or may not have been taken. Sending it again cannot do it twice.',
    steps: () => [{ text: 'Wait a minute, then try again' }],
  },
};

/** Statuses whose reason the api knows better than we do. */
const tellsWhy = new Set([400, 403, 409, 413, 422, 429]);

const byCode: Record<string, Words> = {
  FORM_TOO_OLD: {
    title: 'This form is too old to be sent',
    happened:
      'To protect you from forged forms, each is valid for the browser session in which it was opened.',
    steps: (back) => [{ text: 'Open the form again and send it', href: back }],
  },
  KEY_IN_WORK: {
    title: 'This is being saved now',
    happened: 'You sent the same form twice, and the first is still at work.',
    steps: (back) => [{ text: 'Wait a moment, then open the page again to see that it is done', href: back }],
  },
  KEY_MISUSED: {
    title: 'This form was sent before',
    happened: 'It was taken as you sent it the first time. What you changed since then was not taken.',
    steps: (back) => [reopen(back)],
  },
};

const keptWords: Record<Kept, string> = {
  nothing: 'Nothing was changed.',
  draft: 'What you typed is saved as your draft. It is put back when you open the form again.',
  page: 'Nothing was changed. What you typed is below: copy what you need before you leave this page.',
};

const keptUnsure: Record<Kept, string> = {
  ...keptWords,
  nothing: 'You had typed nothing that could be lost.',
  page: 'What you typed is below: copy what you need before you leave this page.',
};

/** The error page for a status, in our words and, where the api gave its own, with those. `back` is the page's address; `sent` is true when something was sent to it. */
export function errorPage(
  status: number,
  kept: Kept,
  back: string,
  sent: boolean,
  problem?: Problem,
): ErrorPage {
  const known = status === 428 ? 412 : status === 502 || status === 504 ? 503 : status;
  const page = byCode[problem?.code ?? ''] ?? byStatus[known] ?? byStatus[known < 500 ? 400 : 500];
  if (!page) throw new Error(`no error page for ${status}`);
  const own =
    problem?.detail && page && tellsWhy.has(known) && !byCode[problem.code ?? ''] ? [problem.detail] : [];
  const words = known >= 500 ? keptUnsure : keptWords;
  const happened = (sent && page.sent) || page.happened;
  return {
    status: known,
    title: page.title,
    happened: own.length > 0 && known === 409 ? own : [happened, ...own],
    missing: problem?.missing ?? [],
    kept: words[kept],
    possible: known === 409 ? possibleNow(problem, back) : [],
    steps: page.steps(back),
  };
}

/** The commands that the api says would be accepted now, each once; those of the same record with their page. */
function possibleNow(problem: Problem | undefined, back: string): { text: string; href?: string }[] {
  const record = /^\/([a-z-]+)\/[0-9a-f-]{36}(?=\/)/.exec(back);
  const commands = new Set(
    (problem?.allowed ?? []).filter(({ available }) => available).map(({ command }) => command),
  );
  return [...commands].map((command) => {
    const [topic, verb] = command.split('/');
    const text = commandLabels[command] ?? command;
    return record && record[1] === topic ? { text, href: `${record[0]}/${verb}` } : { text };
  });
}

/** What was typed, as label and text, for a person to copy; `fields` gives the form's own labels. A date is one text; empty fields and passwords are left out. */
export function typedWords(form: FormValues, fields: Fields = {}): { label: string; text: string }[] {
  const texts = new Map<string, string>();
  for (const [name, value] of Object.entries(form)) {
    const text = readable([value ?? ''].flat());
    const field = name.replace(/-(day|month|year|time)$/, '');
    if (text === '' || /password/i.test(name)) continue;
    texts.set(field, [texts.get(field) ?? '', text].join(' ').trim());
  }
  return [...texts].map(([field, text]) => ({ label: upper(fields[field]?.label) ?? label(field), text }));
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const code = /^([a-z]+(-[a-z0-9]+)+|yes|no)$/;

/** Values of a field as a person reads them: what was chosen by its id is counted, what has a code has words. */
function readable(values: string[]): string {
  if (values.length > 0 && values.every((one) => uuid.test(one))) return `${values.length} chosen`;
  return values
    .map((one) => (code.test(one) ? labelOf(one) : one))
    .join(', ')
    .trim();
}

const upper = (words: string | undefined): string | undefined =>
  words && words.charAt(0).toUpperCase() + words.slice(1);

function label(name: string): string {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('-', ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
