import Handlebars from 'handlebars';

/** Markup made by a template: the only thing that components print unescaped. */
export type SafeHtml = Handlebars.SafeString;

/** Marks text as markup. Only helpers that escaped what they were given may call it. */
export function safeHtml(markup: string): SafeHtml {
  return new Handlebars.SafeString(markup);
}

/** True for markup made by a template, false for text from anywhere else. */
export function isSafeHtml(value: unknown): value is SafeHtml {
  return value instanceof Handlebars.SafeString;
}

/** Escapes text for element content and quoted attributes; nothing gives an empty string. */
export function escapeHtml(value: unknown): string {
  return Handlebars.escapeExpression(value === undefined || value === null ? '' : (value as string));
}
