import { canonicalText, digestOf } from '@mase/store';
import type { PaperTitle } from './paper-head.js';

/**
 * SHA-256 of a document's content in canonical form, as hexadecimal: without copy number and time of issue, and without
 * the days counted from that time. The same content for the same reader gives the same digest.
 */
export function paperDigest(title: PaperTitle, content: object): string {
  const plain = JSON.parse(JSON.stringify({ title, content }), (name, value) =>
    name === 'late' && typeof value === 'string' ? 'late' : value,
  ) as object;
  return digestOf(canonicalText(plain));
}

/** A digest as it is printed: enough of it to compare by eye. */
export function shortDigest(digest: string): string {
  return `sha256 ${digest.slice(0, 16).match(/.{4}/g)?.join(' ')}`;
}
