import type { HelperDelegate } from 'handlebars';
import { escapeHtml, isSafeHtml, type SafeHtml, safeHtml } from './safe-html.js';

interface OptionalValue {
  value: unknown;
  optional?: boolean;
}

const isOption = (item: unknown): item is OptionalValue =>
  typeof item === 'object' && item !== null && 'value' in item && !isSafeHtml(item);

function attribute(name: string, item: unknown): string {
  const { value, optional } = isOption(item) ? item : { value: item, optional: false };
  if (optional && (value === undefined || value === null || value === false)) return '';
  if (optional && value === true) return ` ${escapeHtml(name)}`;
  return ` ${escapeHtml(name)}="${escapeHtml(value)}"`;
}

/** Prints an attributes param as GOV.UK macros do; a text is only taken when a template made it. */
function attrs(attributes: unknown): SafeHtml | '' {
  if (attributes === undefined || attributes === null || attributes === '') return '';
  if (isSafeHtml(attributes)) return attributes;
  if (typeof attributes !== 'object') throw new Error('attributes must be an object or made by a template');
  return safeHtml(
    Object.entries(attributes)
      .map(([name, item]) => attribute(name, item))
      .join(''),
  );
}

/** Prints `html` when given, else `text` escaped. Throws on html that no template made, so typed text never becomes markup. */
function content(html: unknown, text: unknown): SafeHtml {
  if (!html) return safeHtml(escapeHtml(text));
  if (!isSafeHtml(html))
    throw new Error('an html param must be made by a template: use text, render or wrap');
  return safeHtml(html.toString().trim());
}

/** Prints one translated message, or one for each plural form, as data attributes. */
function i18n(key: string, message: unknown): SafeHtml | '' {
  if (!message) return '';
  const forms = typeof message === 'object' ? Object.entries(message) : [['', message]];
  return safeHtml(
    forms
      .map(([rule, words]) => ` data-i18n.${key}${rule ? `.${rule}` : ''}="${escapeHtml(words)}"`)
      .join(''),
  );
}

/** Helpers that print markup. Each escapes what it is given, save what `content` and `safely` are given as already safe. */
export const markupHelpers: Record<string, HelperDelegate> = {
  attrs,
  content,
  i18n,
  /** A space and the value, or nothing: for class lists. */
  also: (value: unknown) => (value ? ` ${String(value)}` : ''),
  /** ` name="value"` when the value counts as true, else nothing. */
  attr: (name: string, value: unknown) => (value ? safeHtml(` ${name}="${escapeHtml(value)}"`) : ''),
  /** An attribute value that is left out when there is none, and bare when it is true. */
  optional: (value: unknown) => ({ value, optional: true }),
  /** Puts pieces of safe markup side by side; other pieces are escaped. */
  safely: (...given: unknown[]) =>
    safeHtml(
      given
        .slice(0, -1)
        .map((piece) => (isSafeHtml(piece) ? piece.toString() : escapeHtml(piece)))
        .join(''),
    ),
};
