/** The words of another language for an English text of a template; null where the catalogue has none. `{0}`, `{1}` stand for values. */
export type Say = (english: string) => string | null;

interface Node {
  type: string;
  [field: string]: unknown;
}

/** Where a walk through a template stands: within a tag, within a quoted value of an attribute there, and in which element. */
interface Place {
  inTag: boolean;
  quote: string;
  attribute: string;
  element: string;
}

/** Named values of a component that people read. */
const spoken = new Set([
  ...[
    'text',
    'title',
    'titleText',
    'summaryText',
    'label',
    'labelText',
    'caption',
    'heading',
    'first',
    'why',
    'who',
    'fromWords',
    'toWords',
  ],
  ...['visuallyHiddenText', 'visuallyHiddenTitle', 'iconFallbackText', 'menuButtonText', 'navigationLabel'],
]);
/** Helpers whose texts people read, as far as they are words and no codes. */
const speaking = new Set(['list', 'join', 'pick', 'either', 'given']);
const isWords = (text: string): boolean => /^[A-Z]|\s/.test(text) && /[A-Za-z]{2}/.test(text);
/** Attributes that people read or hear. */
const attribute = /\b(aria-label|title|alt|placeholder)="([^"{}]*[A-Za-z]{2}[^"{}]*)"/g;
const isHeard = ({ quote, attribute }: Place): boolean =>
  quote !== '' && ['aria-label', 'title', 'alt', 'placeholder'].includes(attribute);
/** Elements that hold nothing but text: no other element may mark its language there. */
const textAlone = new Set(['option', 'title', 'desc', 'textarea', 'text', 'script', 'style']);

const content = (value: string): Node => ({ type: 'ContentStatement', value, original: value });
const parts = (text: string): [before: string, words: string, after: string] => {
  const words = text.trim();
  const at = text.indexOf(words);
  return [text.slice(0, at), words, text.slice(at + words.length)];
};

/**
 * Puts the words of another language into a template, before it is compiled: sentences between tags, with the values that
 * stand in them, and the texts that components are given. What the catalogue does not have stays English and, where an
 * element may stand, is marked as such. A value of the model is left to the helper `said`, which tells what somebody wrote.
 */
export function inLanguage(program: Node, say: Say): void {
  walk(program, say, { inTag: false, quote: '', attribute: '', element: '' });
}

function walk(program: Node, say: Say, from: Place): Place {
  let place = from;
  let run: Node[] = [];
  const out: Node[] = [];
  const flush = () => {
    out.push(...sentence(run, say, place.element));
    run = [];
  };
  for (const node of program.body as Node[]) {
    if (node.type === 'ContentStatement') {
      for (const piece of pieces(String(node.value), place)) {
        if (piece.markup === null) run.push(content(piece.text));
        else {
          flush();
          out.push(
            content(
              piece.markup.replace(attribute, (whole, name: string, text: string) => {
                const said = say(text);
                return said === null ? whole : `${name}="${said}"`;
              }),
            ),
          );
        }
        place = piece.place;
      }
      continue;
    }
    callInLanguage(node, say);
    if (node.type === 'MustacheStatement' && (!place.inTag || isHeard(place))) sayValue(node);
    if (node.type === 'MustacheStatement' && !place.inTag) {
      run.push(node);
      continue;
    }
    flush();
    out.push(node);
    const after = [node.program, node.inverse].map((one) => (one ? walk(one as Node, say, place) : place));
    if (node.type === 'BlockStatement') place = after[0] as Place;
  }
  flush();
  program.body = out;
  return place;
}

/** A text of a template as markup and words in turn, with the place behind each piece. */
function pieces(text: string, from: Place): { markup: string | null; text: string; place: Place }[] {
  const found: { markup: string | null; text: string; place: Place }[] = [];
  let { inTag, quote, attribute, element } = from;
  let begun = 0;
  const end = (at: number, markup: boolean) => {
    const piece = text.slice(begun, at);
    begun = at;
    if (markup)
      element =
        /^<([a-z][a-z0-9-]*)/i.exec(piece)?.[1]?.toLowerCase() ?? (piece.startsWith('</') ? '' : element);
    if (piece)
      found.push({ markup: markup ? piece : null, text: piece, place: { inTag, quote, attribute, element } });
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] as string;
    if (!inTag && sign === '<') {
      end(at, false);
      inTag = true;
    } else if (inTag && quote) {
      if (sign === quote) quote = '';
    } else if (inTag && (sign === '"' || sign === "'")) {
      quote = sign;
      attribute = /([a-z-]+)=$/i.exec(text.slice(0, at))?.[1] ?? '';
    } else if (inTag && sign === '>') {
      inTag = false;
      end(at + 1, true);
    }
  }
  end(text.length, inTag);
  return found;
}

/** Lets a value be said in the language when it is shown: `{{said value}}`; what somebody wrote is told apart there. */
function sayValue(node: Node): void {
  const { path, params, hash } = node as unknown as { path: Node; params: Node[]; hash?: Node };
  const isCall = params.length > 0 || hash !== undefined;
  const given = isCall ? { ...node, type: 'SubExpression' } : path;
  const parts = ['said'];
  node.path = { ...path, type: 'PathExpression', original: 'said', parts, data: false, depth: 0 };
  node.params = [given];
  node.hash = undefined;
}

/** One sentence with its values, as the catalogue has it, or as it was, marked as English. */
function sentence(run: Node[], say: Say, element: string): Node[] {
  const values = run.filter(({ type }) => type !== 'ContentStatement');
  const pattern = run
    .map((node) => (node.type === 'ContentStatement' ? String(node.value) : `{${values.indexOf(node)}}`))
    .join('');
  if (!/[A-Za-z]{2}/.test(pattern.replace(/&[a-z]+;/g, ''))) return run;
  const [before, words, after] = parts(pattern);
  const said = say(words.replace(/\s+/g, ' '));
  if (said === null && textAlone.has(element)) return run;
  const marked = said ?? `<span lang="en">${words}</span>`;
  return `${before}${marked}${after}`.split(/(\{\d+\})/).flatMap((piece) => {
    const [, index] = /^\{(\d+)\}$/.exec(piece) ?? [];
    if (index === undefined) return piece ? [content(piece)] : [];
    return [values[Number(index)] as Node];
  });
}

/** Puts words into the texts that a component or helper is given, also within. */
function callInLanguage(node: Node, say: Say): void {
  const helper = String((node.path as { original?: unknown } | undefined)?.original ?? '');
  const speak = (value: Node): void => {
    const words = String(value.value);
    value.value = value.original = say(words) ?? words;
  };
  for (const param of (node.params as Node[] | undefined) ?? []) {
    if (param.type === 'SubExpression') callInLanguage(param, say);
    else if (param.type === 'StringLiteral' && speaking.has(helper) && isWords(String(param.value)))
      speak(param);
  }
  for (const { key, value } of (node.hash as { pairs: { key: string; value: Node }[] } | undefined)?.pairs ??
    []) {
    if (value.type === 'SubExpression') callInLanguage(value, say);
    else if (value.type === 'StringLiteral' && spoken.has(key) && /[A-Za-z]{2}/.test(String(value.value)))
      speak(value);
  }
}
