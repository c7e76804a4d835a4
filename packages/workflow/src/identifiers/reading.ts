/** What was written, read as an identifier: its one normal form, or why it is none. */
export type Reading = { value: string } | { fault: string };

/** Words as they are compared: small letters, no accents, no punctuation, single spaces. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}'’`]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
