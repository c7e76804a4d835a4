/** An element of a document with what stands in it. */
export interface HtmlElement {
  tag: string;
  classes: string[];
  children: (HtmlElement | string)[];
}

const empty = new Set(['br', 'hr', 'meta', 'img', 'input', 'link']);
const token =
  /<!--[\s\S]*?-->|<!doctype[^>]*>|<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>|([^<]+|<)/gi;
const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** The tree of a document that our own templates have written: well-formed, escaped, with no script in it. */
export function htmlTree(html: string): HtmlElement {
  const root: HtmlElement = { tag: 'root', classes: [], children: [] };
  const open = [root];
  for (const [, closing, tag, attributes, text] of html.matchAll(token)) {
    const here = open.at(-1) as HtmlElement;
    if (text !== undefined) here.children.push(unescaped(text));
    else if (tag && closing) close(open, tag.toLowerCase());
    else if (tag) {
      const element = { tag: tag.toLowerCase(), classes: classesIn(attributes ?? ''), children: [] };
      here.children.push(element);
      if (!empty.has(element.tag)) open.push(element);
    }
  }
  return root;
}

function close(open: HtmlElement[], tag: string): void {
  const at = open.findLastIndex((one) => one.tag === tag);
  if (at > 0) open.length = at;
}

function classesIn(attributes: string): string[] {
  return /\bclass="([^"]*)"/.exec(attributes)?.[1]?.split(/\s+/) ?? [];
}

function unescaped(text: string): string {
  return text.replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, (entity, name: string) => {
    if (!name.startsWith('#')) return named[name] ?? entity;
    const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
    return String.fromCodePoint(code);
  });
}

/** The first element of this tag in a tree; null where there is none. */
export function findElement(tree: HtmlElement, tag: string): HtmlElement | null {
  for (const child of tree.children) {
    if (typeof child === 'string') continue;
    const found = child.tag === tag ? child : findElement(child, tag);
    if (found) return found;
  }
  return null;
}
