import { JsonText, type Place, type TextFault } from './json-text.js';
import { pointerKey } from './shape.js';

/** A JSON text as it was read: the value as far as it could be understood, where each part stands, and what is wrong. */
export interface LocatedJson {
  value: unknown;
  /** Where the value of each pointer begins. */
  values: Map<string, Place>;
  /** Where the key of each pointer stands. */
  keys: Map<string, Place>;
  faults: TextFault[];
  /** Pointers of values that could not be understood: their fault is told already. */
  broken: Set<string>;
}

const mostDeep = 60;
const unreadable = Symbol('unreadable');
const escapes: { [letter: string]: string } = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

class Reader {
  readonly values = new Map<string, Place>();
  readonly keys = new Map<string, Place>();
  readonly broken = new Set<string>();

  constructor(private readonly text: JsonText) {}

  value(pointer: string, depth: number): unknown {
    const { text } = this;
    text.space();
    this.values.set(pointer, text.place(text.offset));
    const read = this.read(pointer, depth);
    if (read !== unreadable) return read;
    this.broken.add(pointer);
    return undefined;
  }

  private read(pointer: string, depth: number): unknown {
    const { text } = this;
    if (depth > mostDeep) {
      text.fault(`is nested more than ${mostDeep} deep`);
      text.match(/[\s\S]*/y);
      return unreadable;
    }
    if (text.next === '{') return this.object(pointer, depth);
    if (text.next === '[') return this.list(pointer, depth);
    if (text.next === '"' || text.next === "'") return this.string();
    return this.word();
  }

  private word(): unknown {
    const { text } = this;
    const start = text.offset;
    const word = text.match(/[^\s,:{}[\]"]+/y);
    if (word === 'true') return true;
    if (word === 'false') return false;
    if (word === 'null') return null;
    if (/^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(word)) return Number(word);
    if (word === '') text.fault('has no value where one is expected', start);
    else if (/^[-+.]?\d/.test(word)) text.fault(`“${word}” is no number as JSON writes it`, start);
    else text.fault(`“${word}” must stand in double quotes, or be true, false, null or a number`, start);
    return unreadable;
  }

  private string(): string {
    const { text } = this;
    const start = text.offset;
    const quote = text.next;
    if (quote === "'") text.fault('must stand in double quotes, not in single ones');
    text.take(quote);
    let read = '';
    for (;;) {
      read += text.match(quote === '"' ? /[^"\\\p{Cc}]+/uy : /[^'\\\p{Cc}]+/uy);
      if (text.take(quote)) return read;
      if (text.next === '' || text.next === '\n' || text.next === '\r') {
        text.fault('is text that does not end on its line: a double quote is missing', start);
        return read.replace(/[,\s]+$/, '');
      }
      read += this.escaped();
    }
  }

  private escaped(): string {
    const { text } = this;
    const start = text.offset;
    const unicode = text.match(/\\u[0-9a-fA-F]{4}/y);
    if (unicode) return String.fromCharCode(Number.parseInt(unicode.slice(2), 16));
    const pair = text.match(/\\[^\r\n]/y);
    if (pair) {
      const meant = escapes[pair[1] ?? ''];
      if (meant === undefined) text.fault(`“${pair}” means nothing in JSON`, start);
      return meant ?? pair[1] ?? '';
    }
    const raw = text.match(/[\s\S]/y);
    text.fault('holds a character that must be escaped, such as a tab', start);
    return raw;
  }

  private key(): string | null {
    const { text } = this;
    if (text.next === '"' || text.next === "'") return this.string();
    const start = text.offset;
    const bare = text.match(/[^\s,:{}[\]"']+/y);
    if (bare) text.fault(`“${bare}” is a key and must stand in double quotes`, start);
    return bare || null;
  }

  private object(pointer: string, depth: number): object {
    const { text } = this;
    const read: { [key: string]: unknown } = {};
    this.items('}', () => {
      const start = text.offset;
      const key = this.key();
      if (key === null) {
        text.fault('is no key', start);
        return false;
      }
      const at = `${pointer}/${pointerKey(key)}`;
      if (Object.hasOwn(read, key)) text.fault(`repeats the key "${key}" of this object`, start);
      this.keys.set(at, text.place(start));
      text.space();
      if (!text.take(':')) text.fault(`lacks a colon after the key "${key}"`);
      Object.defineProperty(read, key, {
        value: this.value(at, depth + 1),
        enumerable: true,
        configurable: true,
        writable: true,
      });
      return true;
    });
    return read;
  }

  private list(pointer: string, depth: number): unknown[] {
    const read: unknown[] = [];
    this.items(']', () => {
      const { offset } = this.text;
      read.push(this.value(`${pointer}/${read.length}`, depth + 1));
      return this.text.offset > offset;
    });
    return read;
  }

  /** Reads the items of an object or a list up to its end, and goes on where a comma is missing or one too many. */
  private items(end: '}' | ']', item: () => boolean): void {
    const { text } = this;
    const opened = text.place(text.offset);
    text.match(/[{[]/y);
    let separated = true;
    let comma = -1;
    let ended = text.offset;
    for (;;) {
      text.space();
      const start = text.offset;
      if (text.take(end)) {
        if (separated && comma >= 0) text.fault('is a comma too many', comma);
        return;
      }
      if (text.next === '' || text.next === '}' || text.next === ']') {
        const found = text.next === '' ? 'the text ends' : `“${text.next}” comes`;
        text.fault(`${found} before the “${end}” that closes line ${opened.line}`);
        // A closer of the wrong kind most likely stands for the right one.
        if (text.next !== '') text.match(/[}\]]/y);
        return;
      }
      if (text.take(',')) {
        text.fault('is a comma too many', start);
        separated = true;
        continue;
      }
      if (!separated) text.fault('lacks a comma', ended);
      if (!item()) {
        text.match(/[^,}\]\n]*/y);
        if (text.offset === start) text.match(/[\s\S]/y);
      }
      ended = text.offset;
      text.space();
      comma = text.offset;
      separated = text.take(',');
    }
  }
}

/**
 * Reads a JSON text, finds where every part of it stands, and goes on after a fault, so that one reading tells them
 * all. Gives a value as far as it could be understood; never throws.
 */
export function readLocatedJson(source: string): LocatedJson {
  const text = new JsonText(source);
  const reader = new Reader(text);
  const value = reader.value('', 0);
  text.space();
  if (text.next !== '') text.fault('stands after the end of the document');
  const { values, keys, broken } = reader;
  return { value, values, keys, broken, faults: text.faults };
}
