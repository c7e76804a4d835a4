import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { labelOf } from '@mase/workflow/words';
import { parseSync } from 'vite';

interface Node {
  type: string;
  [field: string]: unknown;
}

/** Sources whose texts people read: pages and what they are made of, and the words and rules of the workflow. */
const sources = [
  new URL('../', import.meta.url),
  new URL('../../../../packages/workflow/src/', import.meta.url),
  new URL('../../../api/src/', import.meta.url),
];

const isData = (name: string): boolean => name.endsWith('.json') && !/(^|\/)testing\//.test(name);
const isSource = (name: string): boolean =>
  name.endsWith('.ts') && !/\.test\.ts$|\.d\.ts$|(^|\/)(testing|docs|cli|demonstration)\//.test(name);

/** Whether a text reads as words, and is no address, class, code, pattern or query. */
function isWords(text: string): boolean {
  const own = text.replace(/\{\d+\}/g, '').trim();
  if (
    !/\p{L}{2}/u.test(own) ||
    /^[/#.?&<]/.test(text) ||
    /^https?:|govuk-|mase-|moj-|[=<>\\]|^\w+\/[\w-]/.test(own)
  )
    return false;
  return /\s/.test(text.trim()) || /^\p{Lu}\p{Ll}+$/u.test(own) || /\{\d\}/.test(text);
}

/** A code as the workflow has it, of which `labelOf` makes the words that people read. */
const isCode = (text: string): boolean => /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(text);

function textOf(node: Node): string | null {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type !== 'TemplateLiteral') return null;
  const quasis = node.quasis as { value: { cooked: string } }[];
  return quasis.map(({ value }, index) => (index === 0 ? '' : `{${index - 1}}`) + value.cooked).join('');
}

/** What no person reads: where a module comes from, names of types and of fields. */
const passedOver = new Set([
  'ImportDeclaration',
  'ExportAllDeclaration',
  'TSTypeAnnotation',
  'TSInterfaceDeclaration',
  'TSTypeAliasDeclaration',
  'TSTypeParameterInstantiation',
  'TaggedTemplateExpression',
]);

/** Where a single word in small letters is a part of what is said: `today`, `kept back`. */
const saying = new Set([
  ...['ConditionalExpression', 'LogicalExpression', 'ReturnStatement', 'ArrowFunctionExpression', 'Property'],
  'TemplateLiteral',
]);

function walk(node: unknown, within: string, found: (text: string, isSaid: boolean) => void): void {
  if (Array.isArray(node)) for (const one of node) walk(one, within, found);
  else if (typeof node === 'object' && node !== null) {
    const one = node as Node;
    if (passedOver.has(one.type)) return;
    const text = textOf(one);
    if (text !== null) found(text, saying.has(within));
    for (const [field, inner] of Object.entries(one)) {
      const isName = one.type === 'Property' && field === 'key';
      const isFrom = field === 'source' && one.type.startsWith('Export');
      if (!isName && !isFrom) walk(inner, one.type || within, found);
    }
  }
}

/** The texts of a file of data: an area's profile, an instrument, a list of words. */
function textsIn(value: unknown, found: (text: string) => void): void {
  if (typeof value === 'string') {
    if (isWords(value)) found(value);
  } else if (typeof value === 'object' && value !== null)
    for (const one of Object.values(value)) textsIn(one, found);
}

/** The names of weekdays and months, of which dates are made, and what joins a list. */
function joiningWords(): string[] {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
  const days = Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2026, 0, day + 1)));
  const months = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2026, month, 1)));
  return [
    ...['and', 'or'],
    ...days.map((day) => format({ weekday: 'long' }).format(day)),
    ...months.flatMap((day) =>
      [format({ month: 'long' }), format({ month: 'short' })].map((one) => one.format(day)),
    ),
  ];
}

/**
 * Every English text that code says, or may say: the texts of pages, errors, dates and notices, those of the workflow's rules
 * and tables, and what is made of its codes. `{0}` stands for a value. More than is ever shown: no text that is shown is left out.
 */
export function textsOfCode(): string[] {
  const texts = new Set<string>(joiningWords());
  for (const folder of sources) {
    const isWorkflow = folder.pathname.includes('/workflow/');
    const names = readdirSync(fileURLToPath(folder), { recursive: true }).map(String);
    for (const name of names.filter(isData))
      textsIn(JSON.parse(readFileSync(new URL(name, folder), 'utf8')), (text) => texts.add(text));
    for (const name of names.filter(isSource)) {
      const { program } = parseSync(name, readFileSync(new URL(name, folder), 'utf8'));
      walk(program, '', (text, isSaid) => {
        const words = text.trim().replace(/\s+/g, ' ');
        if (isWords(words) || (isSaid && /^[a-z]{2,}$/.test(words))) texts.add(words);
        else if (isCode(words) && (isWorkflow || words.includes('-'))) texts.add(labelOf(words));
      });
    }
  }
  return [...texts].sort();
}
