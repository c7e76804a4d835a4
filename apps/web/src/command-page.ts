import { readFileSync } from 'node:fs';
import { commandLabels } from '@mase/workflow/words';
import { type Allowed, missingFor } from './allowed.js';
import type { Missing } from './api-client.js';
import { enter, enterDate, type Fields, select } from './error-words.js';
import type { FormValues } from './form-values.js';
import { type Answer, goTo, type Page, show } from './page.js';
import { templateUrl } from './templating/template-url.js';
import type { Visit } from './visit.js';

/** The record that a command page is about. */
export interface Subject {
  /** Where its own page is. */
  href: string;
  /** What stands above the heading: whose record, by reference. */
  caption: string;
  version: string | null;
  allowed: Allowed[];
  /** What the person should see before deciding, line by line. */
  facts?: { key: string; text: string }[];
  /** What the person should read before deciding, where it has a page of its own. */
  see?: { href: string; text: string };
  /** What may be chosen in a field, where it depends on the record. */
  options?: Record<string, { value: string; text: string }[]>;
  /** What the form starts with: what is known is not asked again. */
  values?: FormValues;
  /** What stands below a question, where it depends on the record. */
  hints?: Record<string, string>;
}

/** One thing that a command page asks for. */
export interface Asked {
  name: string;
  /** The question on the page. */
  label: string;
  /** How error messages call it: "Enter the reason". */
  called: string;
  /** A `day` is sent as the instant at which it begins, and blank where it is today. */
  kind: 'text' | 'line' | 'whole' | 'date' | 'day' | 'moment' | 'radios' | 'select' | 'boxes' | 'yesNo';
  hint?: string;
  options?: { value: string; text: string; hint?: { text: string } }[];
}

/** What a form sends, or the form again. */
type Body = Record<string, unknown> | Answer;

/** A command whose page asks for a few things and no more. */
export interface PlainCommand {
  /** `<topic>/<verb>`, as everywhere. */
  command: string;
  /** Its page's own name, where it asks for a part of what the command takes; that of the command without it. */
  page?: string;
  section: string;
  opened: (visit: Visit) => Promise<Subject>;
  /** What the command does, said before the button. */
  says: string;
  asks: Asked[];
  /** Said on the next page. */
  done: string;
  /** Where to go on; the record's own page without it. */
  next?: (visit: Visit) => string;
  title?: string;
  warning?: boolean;
  /** What is sent, where it is not what was typed field by field; or the form again, where that cannot be told. */
  body?: (visit: Visit) => Body | Promise<Body>;
  /** Which field a fault of the api belongs to, where it is not the one that it names. */
  place?: (pointer: string) => string;
}

const view = readFileSync(templateUrl('frame/command.hbs'), 'utf8');

const isOfDate = (kind: Asked['kind']): boolean => ['date', 'day', 'moment'].includes(kind);

function named({ kind, called }: Asked) {
  if (isOfDate(kind)) return enterDate(called);
  return ['radios', 'select', 'boxes', 'yesNo'].includes(kind) ? select(called) : enter(called);
}

const yesNo = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
];

function hintOf(...said: (string | undefined)[]) {
  const text = said.filter(Boolean).join(' ');
  return text ? { text } : null;
}

/** The fields that some questions ask for, as error messages call them. */
export const fieldsOf = (asks: readonly Asked[]): Fields =>
  Object.fromEntries(asks.map((one) => [one.name, named(one)]));

/** What the view of a command’s form is filled with. */
export function askedModel(
  asks: readonly Asked[],
  subject: Pick<Subject, 'href' | 'caption'> & Partial<Subject>,
  { missing = [], says, warning = false }: { missing?: Missing[]; says: string; warning?: boolean },
) {
  return {
    caption: subject.caption,
    facts: subject.facts ?? [],
    missing,
    see: subject.see ?? null,
    says,
    warning,
    cancel: subject.href,
    asks: asks.map(({ hint, ...one }) => ({
      ...one,
      hint: hintOf(hint, subject.hints?.[one.name]),
      isText: one.kind === 'text',
      isLine: one.kind === 'line' || one.kind === 'whole',
      isBoxes: one.kind === 'boxes',
      isDate: isOfDate(one.kind),
      time: one.kind === 'moment' ? `${one.name}-time` : null,
      isSelect: one.kind === 'select',
      isChoice: one.kind === 'radios' || one.kind === 'yesNo',
      items: one.kind === 'yesNo' ? yesNo : (subject.options?.[one.name] ?? one.options ?? []),
      inline: one.kind === 'yesNo' ? 'govuk-radios--inline' : '',
    })),
  };
}

/** What was typed into the asked fields, as a command's body: blanks are left out, yes and no become true and false. */
export function bodyOf(visit: Visit, asks: readonly Asked[]): Record<string, unknown> {
  const values = asks.map(({ name, kind }): [string, unknown] => {
    if (kind === 'date') return [name, visit.typedDate(name)];
    if (kind === 'day') return [name, visit.typedDay(name)];
    if (kind === 'moment') return [name, visit.typedMoment(name)];
    if (kind === 'boxes') return [name, visit.typedList(name)];
    const typed = visit.typed(name);
    if (kind === 'whole' && typed !== undefined && /^\d{1,16}$/.test(typed)) return [name, Number(typed)];
    return [name, kind === 'yesNo' && typed !== undefined ? typed === 'yes' : typed];
  });
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

/** Whether what a form makes is the form again, and not what is sent. */
export const isAnswer = (one: Body): one is Answer => one.kind === 'again';

/** The page of such a command, at `/<topic>/:id/<verb>`: what it does, what is missing for it, and its form where nothing is. */
export function commandPage(plain: PlainCommand): Page {
  const { command, asks, says, warning = false } = plain;
  const [topic, verb] = command.split('/');
  const page = plain.page ?? command;
  const title = plain.title ?? commandLabels[command] ?? command;
  return {
    id: page,
    url: `/${topic}/:id/${page.split('/')[1]}`,
    section: plain.section,
    fields: fieldsOf(asks),
    ...(plain.place ? { place: plain.place } : {}),
    view,
    ...(asks.length > 0 ? { draft: (visit: Visit) => visit.params.id ?? '' } : {}),

    async get(visit) {
      const subject = await plain.opened(visit);
      const missing = missingFor(subject.allowed, command);
      return show({
        title,
        version: subject.version,
        ...(subject.values ? { values: subject.values } : {}),
        back: { href: subject.href },
        model: { ...askedModel(asks, subject, { missing, says, warning }), button: title },
      });
    },

    async post(visit) {
      const id = visit.params.id ?? '';
      const body = (await plain.body?.(visit)) ?? bodyOf(visit, asks);
      if (isAnswer(body)) return body;
      await visit.send(`/api/v1/${topic}/${encodeURIComponent(id)}/${verb}`, body);
      return goTo(plain.next?.(visit) ?? `/${topic}/${encodeURIComponent(id)}`, plain.done);
    },
  };
}
