import { labelOf } from '@mase/workflow';

/** Fields that lead to records or repeat what stands beside the text: they say nothing to whoever asked. */
const silent = /(^|[a-z])(Id|Ids|Digest)$|^(id|digest|commandId|instrument|quotation|version)$/;

const fieldWords = (name: string) => labelOf(name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`));

function lines(name: string, value: unknown, depth: number): string[] {
  if (value === null || value === undefined || value === '' || silent.test(name)) return [];
  const label = `${'  '.repeat(depth)}${name ? `${fieldWords(name)}: ` : ''}`;
  if (typeof value === 'boolean') return [`${label}${value ? 'Yes' : 'No'}`];
  if (typeof value !== 'object') return [`${label}${value}`];
  const inner = Array.isArray(value)
    ? value.flatMap((one, index) => lines(typeof one === 'object' ? String(index + 1) : '', one, depth + 1))
    : Object.entries(value).flatMap(([key, one]) => lines(key, one, depth + 1));
  return inner.length > 0 ? [...(name ? [label.trimEnd()] : []), ...inner] : [];
}

/**
 * The text of an entry as whoever asks for access reads it: field by field, in the order of the entry, without ids. The
 * same entry gives the same text for ever, so that marks and digests hold.
 */
export function itemText(body: object): string {
  return Object.entries(body)
    .flatMap(([name, value]) => lines(name, value, 0))
    .join('\n');
}
