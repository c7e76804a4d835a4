import type { HelperDelegate, HelperOptions } from 'handlebars';
import { momentWords } from '../date-words.js';
import type { FormValues } from '../form-values.js';
import { escapeHtml, safeHtml } from './safe-html.js';

/** What a page's form is shown with: its secrets, what stands in its fields and what is wrong with them. */
export interface FormState {
  action: string;
  csrf: string;
  key: string;
  version: string | null;
  /** When this form was shown, as an instant. */
  shown: string;
  values: FormValues;
  /** Messages by field name. */
  errors: Record<string, string>;
  draft: { form: string; record: string; saved: string | null } | null;
}

type Hash = Record<string, unknown>;

const dateUnits = ['day', 'month', 'year'] as const;

const stateOf = (options: HelperOptions): FormState => options.data.root.form;

const errorOf = (state: FormState, name: string): Hash | undefined =>
  state.errors[name] === undefined ? undefined : { text: state.errors[name] };

const one = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value.at(-1) : value;

function hidden(name: string, value: string | null): string {
  return value === null ? '' : `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`;
}

/** A form around a block, with its hidden fields: `{{#form}}…{{/form}}`, `{{#form action="/somewhere"}}`, `{{#form files=true}}`. */
function form(this: unknown, options: HelperOptions) {
  const { action, csrf, key, version, shown, draft } = stateOf(options);
  const saves = draft && !options.hash.action;
  const mark = saves
    ? ` data-draft="${escapeHtml(`${draft.form}/${encodeURIComponent(draft.record)}`)}"`
    : '';
  const restored = draft?.saved
    ? `What you typed until ${escapeHtml(momentWords(draft.saved))} was put back.`
    : '';
  const status = saves
    ? `<p class="govuk-hint mase-draft" aria-live="polite" data-draft-status>${restored}</p>`
    : '';
  return safeHtml(
    `<form method="post" action="${escapeHtml(options.hash.action ?? action)}" novalidate autocomplete="off"${options.hash.files ? ' enctype="multipart/form-data"' : ''}${mark}>` +
      hidden('_csrf', csrf) +
      hidden('_key', key) +
      hidden('_version', version) +
      hidden('_shown', shown) +
      options.fn(this) +
      status +
      '</form>',
  );
}

/** Params of an input, textarea, select, radios or character-count named so: its id, value and error, and what else is given. */
function field(name: string, options: HelperOptions): Hash {
  const state = stateOf(options);
  return {
    id: name,
    idPrefix: name,
    name,
    value: one(state.values[name]),
    errorMessage: errorOf(state, name),
    ...options.hash,
  };
}

/** Params of checkboxes named so: which are ticked, their error, and what else is given. */
function boxes(name: string, options: HelperOptions): Hash {
  const state = stateOf(options);
  return {
    idPrefix: name,
    name,
    values: [state.values[name] ?? []].flat(),
    errorMessage: errorOf(state, name),
    ...options.hash,
  };
}

/**
 * Params of a date-input named so; its three values are `<name>-day`, `<name>-month`, `<name>-year`, or where none of them was
 * typed those of `day`, YYYY-MM-DD.
 */
function dateField(name: string, options: HelperOptions): Hash {
  const state = stateOf(options);
  const { day, ...given } = options.hash as Hash & { day?: string };
  const typed = dateUnits.map((unit) => one(state.values[`${name}-${unit}`]));
  const known = day ? day.split('-').map(Number).reverse() : [];
  const values = typed.some(Boolean) ? typed : known.map(String);
  const items = dateUnits.map((unit, index) => ({ name: unit, value: values[index] }));
  return { id: name, namePrefix: name, items, errorMessage: errorOf(state, name), ...given };
}

/** What a page's view uses for its form. */
export const formHelpers: Record<string, HelperDelegate> = { form, field, boxes, 'date-field': dateField };
