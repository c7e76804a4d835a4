import { isolated } from './isolated.js';

const LONG_RUN = /\S{25,}/gu;
const graphemes = new Intl.Segmenter('en-GB');
const INERT = /[^A-Za-z0-9 ,.\u00a1-\u{10ffff}]|[\u2028\u2029\ufeff]/gu;

/**
 * A Typst string literal holding exactly this text: every mark that could mean something to Typst is written as a
 * code point, so the literal is inert in code and in markup alike. Characters that no font can print appear as
 * `[U+4E2D]`, because one character must not stop a pack.
 */
export function typstLiteral(text: string, unprintable: ReadonlySet<string>): string {
  const shown = [...breakable(normaliseLines(text))]
    .map((mark) => (unprintable.has(mark) ? codePoint(mark) : mark))
    .join('');
  return `"${isolated(shown).replace(INERT, (mark) => `\\u{${mark.codePointAt(0)?.toString(16)}}`)}"`;
}

/** `[U+4E2D]`: how a character that no font holds is printed. */
export function codePoint(mark: string): string {
  return `[U+${mark.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}]`;
}

function normaliseLines(text: string): string {
  return text.replace(/\r\n?|\u2028|\u2029/g, '\n');
}

// Typst lets an unbroken run of letters leave the page; a place to break every ten characters keeps it on.
function breakable(text: string): string {
  return text.replace(LONG_RUN, (run) => {
    const pieces = [...graphemes.segment(run)].map(({ segment }, index) =>
      index > 0 && index % 10 === 0 ? `\u200b${segment}` : segment,
    );
    return pieces.join('');
  });
}
