/**
 * The few parts of Typst that an area's template may use: markup, the house's own parts with content and plain arguments,
 * and nothing that computes, repeats, reads or calls anything else.
 */
const parts = new Set([
  ...['par', 'part', 'list', 'enum', 'terms', 'fact', 'strong', 'emph', 'note', 'quote', 'block', 'heading'],
  ...[
    'call-out',
    'record-table',
    'section',
    'new-page',
    'line-end',
    'contents',
    'not-recorded',
    'cover-title',
    'h',
    'v',
  ],
]);
const words = new Set(['auto', 'none', 'true', 'false']);
const named = new Set([
  ...['level', 'outlined', 'bookmarked', 'width', 'above', 'below', 'block', 'attribution', 'weak', 'tight'],
]);

type Mode = 'markup' | 'code';

/** Where a reader of Typst stands: what is open, and whether what was read last could be called by what follows. */
export interface TypstPlace {
  readonly open: readonly Mode[];
  readonly callable: boolean;
}

/** At the top of a template everything is markup. */
export const typstStart: TypstPlace = { open: ['markup'], callable: false };

/** What one step of reading took, and whether a call may follow it. */
interface Step {
  length: number;
  callable?: boolean;
}

/** Reads a piece of a template that stands in a place, and gives the place after it; throws in words what it may not hold. */
export function readTypst(piece: string, place: TypstPlace): TypstPlace {
  const open = [...place.open];
  let { callable } = place;
  let at = 0;
  while (at < piece.length) {
    const rest = piece.slice(at);
    const step: Step = open.at(-1) === 'code' ? readCode(rest, open) : readMarkup(rest, open, callable);
    at += step.length;
    callable = step.callable ?? false;
  }
  return { open, callable };
}

function readMarkup(rest: string, open: Mode[], callable: boolean): Step {
  const mark = rest[0] as string;
  if (callable && (mark === '(' || /^\.([a-z]|$)/i.test(rest)))
    throw new Error('what a part gives is not called, and has no methods');
  if (mark === '\\') return escaped(rest);
  if (mark === '#') return readPart(rest, open);
  if (mark === '[') return opened(open, 'markup');
  if (mark === ']') return closed(open, 'markup', mark);
  if ('$`@<>'.includes(mark)) throw new Error(`the mark ${mark} is not used in an area’s template`);
  if (/^\/[/*]/.test(rest)) throw new Error('Typst comments are not used');
  return { length: 1 };
}

function escaped(rest: string): Step {
  if (rest.length < 2) throw new Error('a backslash stands before what it means');
  return { length: 2 };
}

function readPart(rest: string, open: Mode[]): Step {
  const name = /^#([a-z][a-z-]*)/.exec(rest)?.[1];
  if (!name || !parts.has(name))
    throw new Error(`# calls ${name ?? 'what is no part of the house'}; there are ${[...parts].join(', ')}`);
  const after = rest[name.length + 1];
  if (after === undefined || /[\w.]/.test(after)) throw new Error(`${name} is not followed by its content`);
  if (after !== '(') return { length: name.length + 1, callable: true };
  open.push('code');
  return { length: name.length + 2 };
}

function readCode(rest: string, open: Mode[]): Step {
  const mark = rest[0] as string;
  if (mark === '[') return opened(open, 'markup');
  if (mark === '(') return opened(open, 'code');
  if (mark === ')') return closed(open, 'code', mark);
  const plain = /^"[^"\\]*"|^\d+(\.\d+)?(fr|mm|cm|pt|em|%)?(?![\w.-])|^[\s,:]/.exec(rest)?.[0];
  if (plain) return { length: plain.length };
  const word = /^[a-z][a-z-]*/i.exec(rest)?.[0];
  if (word) return readWord(word, rest.slice(word.length));
  throw new Error(`${mark} does not stand among the arguments of a part`);
}

function readWord(word: string, after: string): Step {
  const known = words.has(word) || parts.has(word) || (named.has(word) && /^\s*:/.test(after));
  if (!known || after.startsWith('.'))
    throw new Error(`${word} is no part of the house and no argument of one`);
  return { length: word.length };
}

function opened(open: Mode[], mode: Mode): Step {
  open.push(mode);
  return { length: 1 };
}

function closed(open: Mode[], mode: Mode, mark: string): Step {
  if (open.length < 2 || open.at(-1) !== mode) throw new Error(`${mark} closes what is not open`);
  open.pop();
  return { length: 1, callable: true };
}
