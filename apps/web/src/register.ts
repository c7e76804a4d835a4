import { readFileSync } from 'node:fs';
import { commandLabels } from '@mase/workflow/words';
import type { Allowed } from './allowed.js';
import { path } from './api-client.js';
import { daysAsked } from './asked-days.js';
import { type Asked, askedModel, bodyOf, fieldsOf, isAnswer, type Subject } from './command-page.js';
import type { FormValues } from './form-values.js';
import { entriesSaid, type OnCaseEntry, onCaseSteps, onCaseTag } from './on-case.js';
import { type Answer, goTo, type Page, show } from './page.js';
import { readList } from './read-list.js';
import { templateUrl } from './templating/template-url.js';
import type { Visit } from './visit.js';
import type { DueDate } from './why-dates.js';
import { withDates } from './why-dates.js';

type Option = { value: string; text: string };

/** An entry of a register as lists show it. */
export interface RegisterLine {
  id: string;
  state: string;
}

/** The same with what was written of it and what may be asked of it now. */
export interface RegisterView extends RegisterLine {
  clocks: DueDate[];
  written: OnCaseEntry[];
  names: Record<string, string>;
  allowed: Allowed[];
}

/** A question above a list: which of its entries are shown. */
export interface RegisterFilter {
  name: string;
  label: string;
  options: (visit: Visit) => Option[] | Promise<Option[]>;
}

/** A register of the partnership, none of whose entries hangs on a case. */
export interface Register<V extends RegisterView> {
  topic: string;
  /** Over the list, and for one entry. */
  title: string;
  one: string;
  /** What the register is, under its heading; and what is said where it holds nothing. */
  says: string;
  none: string;
  /** The command that makes an entry, and whose it is to give. */
  begin: { verb: string; roles: readonly string[] };
  filters: readonly RegisterFilter[];
  /** Other ways on, above the list. */
  ways: readonly { href: string; text: string }[];
  /** What an entry is called, and what a list says of it besides. */
  name: (one: V) => string;
  about: (one: V) => string;
  facts: (one: V) => { key: string; text: string }[];
  entries: Record<string, { title: string; labels: Record<string, string> }>;
  codes: Record<string, (code: string) => string>;
  steps: string[];
}

/** Where the registers are found. */
export const quality = '/quality';

const frame = (name: string) => readFileSync(templateUrl(`frame/${name}.hbs`), 'utf8');
const [listView, entryView, formView] = [frame('register'), frame('on-case'), frame('command')];
const summaryView = frame('register-summary');

const hasRole = (visit: Visit, roles: readonly string[]) =>
  (visit.who?.roles ?? []).some((role) => roles.includes(role));

/** What an address asks of a list by its filters. */
const askedBy = (visit: Visit, filters: readonly RegisterFilter[]): Record<string, string> =>
  Object.fromEntries(
    filters.flatMap(({ name }) => {
      const value = visit.query[name]?.trim();
      return value ? [[name, value]] : [];
    }),
  );

/** The register as a list, by the filters of its address. */
export function registerList<V extends RegisterView>(of: Register<V>): Page {
  const here = `/${of.topic}`;
  return {
    id: `${of.topic}/list`,
    url: here,
    section: quality,
    view: listView,

    async get(visit) {
      const asked = askedBy(visit, of.filters);
      const filters = await Promise.all(
        of.filters.map(async ({ name, label, options }) => ({
          ...{ name, label },
          items: [{ value: '', text: 'All' }, ...(await options(visit))].map((one) => ({
            ...one,
            selected: one.value === (visit.query[name] ?? ''),
          })),
        })),
      );
      const { items } = await readList<V>(visit, `/api/v1${here}`, asked);
      return show({
        title: of.title,
        back: { href: quality, text: 'Quality of the work' },
        model: {
          ...{ says: of.says, none: of.none, here, filters },
          kept: ['phase', 'sort'].map((name) => ({ name, value: visit.query[name] ?? '' })),
          ways: of.ways,
          begin: hasRole(visit, of.begin.roles)
            ? { href: `${here}/${of.begin.verb}`, text: commandLabels[`${of.topic}/${of.begin.verb}`] }
            : null,
          lines: items.map((one) => ({
            ...{ href: `${here}/${one.id}`, name: of.name(one), about: of.about(one) },
            tag: onCaseTag(one.state),
          })),
        },
      });
    },
  };
}

/** Reads one entry. */
export async function readEntry<V extends RegisterView>(visit: Visit, { topic }: Register<V>) {
  const { body, etag } = await visit.read<V>(path`/api/v1/${topic}/${visit.params.id ?? ''}`);
  return { view: body, etag };
}

/** Entries of some days, counted: under a heading for each of what they are counted by, in this order. */
export function registerSummary(
  of: { topic: string; title: string; section?: string },
  heads: Readonly<Record<string, { heading: string; first: string; words: (code: string) => string }>>,
): Page {
  const here = `/${of.topic}/summary`;
  return {
    id: `${of.topic}/summary`,
    url: here,
    section: of.section ?? quality,
    view: summaryView,

    async get(visit) {
      const days = daysAsked(visit, 365);
      const { body } = await visit.read<{
        entries: number;
        lines: { by: string; code: string; n: number }[];
      }>(`/api/v1${here}`, days);
      const groups = Object.entries(heads).map(([by, { words, ...head }]) => ({
        ...head,
        lines: body.lines
          .filter((one) => one.by === by)
          .map(({ code, n }) => ({ label: words(code), href: null, definition: null, cells: [n] })),
      }));
      return show({
        title: `${of.title}: numbers`,
        back: { href: `/${of.topic}`, text: of.title },
        model: { ...days, here, entries: body.entries, groups: groups.filter((one) => one.lines.length > 0) },
      });
    },
  };
}

/** One entry: where it stands, what was said of it, and what may be done now. */
export function registerEntry<V extends RegisterView>(of: Register<V>): Page {
  return {
    id: `${of.topic}/view`,
    url: `/${of.topic}/:id`,
    section: quality,
    view: entryView,

    async get(visit) {
      const { view } = await readEntry(visit, of);
      return show({
        title: of.name(view),
        back: { href: `/${of.topic}`, text: of.title },
        model: {
          ...{ caption: of.one, tag: onCaseTag(view.state), notice: null, table: null, caseHref: null },
          ...withDates(of.facts(view), view),
          said: entriesSaid(view, of),
          steps: onCaseSteps(view, of),
        },
      });
    },
  };
}

/** An entry as the subject of one of its commands. */
export const registerSubject =
  <V extends RegisterView>(of: Register<V>) =>
  async (visit: Visit): Promise<Subject> => {
    const { view, etag } = await readEntry(visit, of);
    return {
      href: `/${of.topic}/${view.id}`,
      caption: of.name(view),
      version: etag,
      allowed: view.allowed,
      facts: of.facts(view),
    };
  };

/** What the form of a new entry asks, and what may be chosen or stands in it where that depends. */
export interface NewEntry {
  says: string;
  asks: Asked[];
  options?: (visit: Visit) => Promise<Record<string, Option[]>>;
  values?: (visit: Visit) => FormValues;
  /** What is sent, where it is not what was typed field by field; or the form again, where that cannot be told. */
  body?: (visit: Visit) => Promise<Record<string, unknown> | Answer>;
  done: string;
}

/** The form by which an entry is made. */
export function registerForm(
  of: { topic: string; title: string; section?: string; begin: { verb: string } },
  form: NewEntry,
): Page {
  const [here, command] = [`/${of.topic}`, `${of.topic}/${of.begin.verb}`];
  const title = commandLabels[command] ?? command;
  return {
    id: command,
    url: `/${command}`,
    section: of.section ?? quality,
    fields: fieldsOf(form.asks),
    place: (pointer) => pointer.split('/')[1] ?? '',
    view: formView,
    draft: () => 'new',

    async get(visit) {
      const options = (await form.options?.(visit)) ?? {};
      const subject = { href: here, caption: of.title, options };
      return show({
        title,
        back: { href: here, text: of.title },
        ...(form.values ? { values: form.values(visit) } : {}),
        model: {
          ...askedModel(form.asks, subject, { says: form.says }),
          button: title,
        },
      });
    },

    async post(visit) {
      const body = (await form.body?.(visit)) ?? bodyOf(visit, form.asks);
      if (isAnswer(body)) return body;
      const { body: made } = await visit.send<{ id: string }>(`/api/v1/${command}`, body);
      return goTo(`${here}/${encodeURIComponent(made.id)}`, form.done);
    },
  };
}

/** Words to choose from, as options: the code and what a person reads. */
export const choices = (codes: readonly string[], words: (code: string) => string): Option[] =>
  codes.map((value) => ({ value, text: words(value) }));
