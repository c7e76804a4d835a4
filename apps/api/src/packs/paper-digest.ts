import { canonicalText, digestOf } from '@mase/store';
import type { PaperTitle } from './paper-head.js';

/** Content without the days counted from the time of issue: they pass by themselves and are no change. */
function lasting(content: object): object {
  return JSON.parse(JSON.stringify(content), (name, value) =>
    name === 'late' && typeof value === 'string' ? 'late' : value,
  ) as object;
}

/**
 * SHA-256 of a document's content and of the template that prints it, as hexadecimal: without copy number and time of
 * issue, and without the days counted from that time. The same content for the same reader gives the same digest.
 */
export function paperDigest(title: PaperTitle, content: object, template: string): string {
  return digestOf(canonicalText(lasting({ title, content, template })));
}

/** What a part of a copy held, short enough to keep one for each item. */
export function partDigest(part: object): string {
  return digestOf(canonicalText(lasting(part))).slice(0, 16);
}

/** A digest as it is printed: enough of it to compare by eye. */
export function shortDigest(digest: string): string {
  return `sha256 ${digest.slice(0, 16).match(/.{4}/g)?.join(' ')}`;
}
