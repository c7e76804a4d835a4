import { safeHtml } from '../templating/safe-html.js';

const markupKey = /^(html|.*Html)$/;

/** Published examples with their html params marked as made by a template, as a page's own always are. */
export function trustedParams(value: unknown, key = ''): unknown {
  if (typeof value === 'string' && (markupKey.test(key) || key === 'attributes')) return safeHtml(value);
  if (Array.isArray(value)) return value.map((item) => trustedParams(item));
  if (typeof value !== 'object' || value === null) return value;
  const own = Object.entries(value).map(([name, item]) => {
    if (key === 'slots' && typeof item === 'string') return [name, safeHtml(item)];
    return [name, trustedParams(item, name)];
  });
  return Object.fromEntries(own);
}
