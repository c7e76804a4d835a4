import { SaxesParser } from 'saxes';
import type { FileInput } from '../csv/utf8-chunks.js';
import { UnreadableFileError } from '../unreadable-file-error.js';
import { xmlChunks } from './xml-chunks.js';

/** One element of an XML file with what stands in it, and the line, from 1, on which it begins. */
export interface XmlElement {
  name: string;
  line: number;
  text: string;
  elements: XmlElement[];
}

/** The most that one element may hold, so that no file can fill the memory. */
const MOST = { depth: 24, elements: 20_000, characters: 1024 * 1024 };
const UTF8 = /^(utf-?8|us-ascii)$/i;

/**
 * Gives every element that stands at one of these paths (`Message/Children/Child`), whole and in order; what stands
 * elsewhere is passed over. Memory grows with one such element, not with the file.
 * @throws UnreadableFileError when the bytes are no text in UTF-8 (see `xmlChunks`), when the XML is not well formed,
 * when it declares another encoding, or when an element is too large; what came before is given first
 */
export async function* xmlElements(
  input: FileInput,
  file: string,
  paths: readonly string[],
): AsyncGenerator<XmlElement> {
  const collector = new Collector(file, paths);
  for await (const chunk of xmlChunks(input, file)) {
    collector.write(chunk);
    yield* collector.take();
    collector.refuseIfFailed();
  }
  collector.close();
  yield* collector.take();
  collector.refuseIfFailed();
}

class Collector {
  private readonly parser = new SaxesParser({ position: true });
  private readonly path: string[] = [];
  private readonly open: XmlElement[] = [];
  private found: XmlElement[] = [];
  private failure: UnreadableFileError | undefined;
  private held = 0;
  private characters = 0;
  private silent = 0;

  constructor(
    private readonly file: string,
    private readonly paths: readonly string[],
  ) {
    const { parser } = this;
    parser.on('xmldecl', ({ encoding }) => {
      if (encoding !== undefined && !UTF8.test(encoding)) {
        const said = `The file says that it is in ${encoding.slice(0, 40)}. Ask the sender for the file in UTF-8.`;
        this.fail('WRONG_ENCODING', said);
      }
    });
    parser.on('opentag', ({ name }) => this.begin(name));
    parser.on('text', (text) => this.add(text));
    parser.on('cdata', (text) => this.add(text));
    parser.on('closetag', () => this.end());
    parser.on('error', (error) => this.fail('NOT_XML', wordsOf(error)));
  }

  write(chunk: string): void {
    this.silent += chunk.length;
    if (!this.failure) this.parser.write(chunk);
    if (this.silent > MOST.characters) this.fail('TOO_LARGE', 'A value or a comment has more than 1 MB.');
  }

  close(): void {
    if (!this.failure) this.parser.close();
  }

  *take(): Generator<XmlElement> {
    const found = this.found;
    this.found = [];
    yield* found;
  }

  refuseIfFailed(): void {
    if (this.failure) throw this.failure;
  }

  private begin(name: string): void {
    this.silent = 0;
    this.path.push(name);
    if (this.path.length > MOST.depth) this.fail('TOO_LARGE', 'Elements stand too deep in each other.');
    if (this.failure) return;
    const element: XmlElement = { name, line: this.parser.line, text: '', elements: [] };
    const outer = this.open.at(-1);
    if (!outer && !this.paths.includes(this.path.join('/'))) return;
    if (outer) outer.elements.push(element);
    else [this.held, this.characters] = [0, 0];
    this.open.push(element);
    this.held += 1;
    if (this.held > MOST.elements) this.fail('TOO_LARGE', `One element holds more than ${MOST.elements}.`);
  }

  private add(text: string): void {
    const element = this.open.at(-1);
    if (!element || this.failure) return;
    element.text += text;
    this.characters += text.length;
    if (this.characters > MOST.characters) this.fail('TOO_LARGE', 'One element has more than 1 MB.');
  }

  private end(): void {
    this.silent = 0;
    this.path.pop();
    const element = this.open.pop();
    if (!element || this.failure) return;
    element.text = ofItsOwn(element.text);
    if (this.open.length === 0) this.found.push(element);
  }

  private fail(code: 'NOT_XML' | 'WRONG_ENCODING' | 'TOO_LARGE', words: string): void {
    this.failure ??= new UnreadableFileError(code, this.file, words, this.parser.line);
  }
}

/**
 * The same text without the piece of the file it was cut from: whoever remembers an id would otherwise keep that piece,
 * and with every child's id the whole file.
 */
const ofItsOwn = (text: string) => Buffer.from(text).toString();

function wordsOf(error: Error): string {
  const said = error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
  return `The XML is not well formed: ${said}.`;
}
