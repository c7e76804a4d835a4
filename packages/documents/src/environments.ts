import Handlebars from 'handlebars';
import { MissingVariableError } from './guarded-model.js';
import { isolated } from './isolated.js';
import { checkedTemplate, type TemplateGrammar } from './template-check.js';
import { typstLiteral } from './typst-text.js';

/** A checked and compiled template: a model in, the document's source out. */
export type CompiledTemplate = (model: unknown, data: { unprintable: ReadonlySet<string> }) => string;

/** One of the two kinds of template, with its own helpers and nothing of the other's. */
export interface TemplateEnvironment {
  /** Compiles a template; throws TemplateGrammarError naming file and line. */
  compile(source: string, file: string): CompiledTemplate;
  /** Makes a template callable by name from the others of its kind. */
  addPartial(name: string, source: string, file: string): void;
}

const COMPILED = { strict: true, knownHelpersOnly: true, preventIndent: true };

/** HTML: `{{x}}` prints escaped, `{{stylesheet}}` prints the given stylesheet. */
export function htmlEnvironment(stylesheet: string): TemplateEnvironment {
  const handlebars = Handlebars.create();
  const { escapeExpression } = Handlebars.Utils;
  handlebars.registerHelper(
    'print',
    (value, where) => new Handlebars.SafeString(escapeExpression(isolated(printable(value, where)))),
  );
  handlebars.registerHelper('stylesheet', () => new Handlebars.SafeString(`<style>\n${stylesheet}</style>`));
  return environment(handlebars, { noEscape: false }, { printers: null, standalone: ['stylesheet'] }, [
    'print',
    'stylesheet',
  ]);
}

/** Typst: `{{s x}}` prints a string literal for an argument, `{{t x}}` prints text in markup; nothing else prints. */
export function typstEnvironment(): TemplateEnvironment {
  const handlebars = Handlebars.create();
  const literal = (value: unknown, where: string, options: Handlebars.HelperOptions) =>
    typstLiteral(printable(value, where), options.data.unprintable);
  handlebars.registerHelper('s', literal);
  handlebars.registerHelper('t', (value, where, options) => `#${literal(value, where, options)};`);
  return environment(handlebars, { noEscape: true }, { printers: ['s', 't'], standalone: [] }, ['s', 't']);
}

function environment(
  handlebars: typeof Handlebars,
  escaping: { noEscape: boolean },
  grammar: TemplateGrammar,
  helpers: readonly string[],
): TemplateEnvironment {
  handlebars.registerHelper('eq', (left, right) => left === right);
  const knownHelpers = Object.fromEntries(['eq', ...helpers].map((name) => [name, true]));
  const compile = (source: string, file: string) =>
    handlebars.compile(checkedTemplate(source, file, grammar), { ...COMPILED, ...escaping, knownHelpers });
  return {
    compile(source, file) {
      const compiled = compile(source, file);
      return (model, data) => compiled(model, { data });
    },
    addPartial(name, source, file) {
      handlebars.registerPartial(name, compile(source, file));
    },
  };
}

function printable(value: unknown, where: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  const split = where.lastIndexOf(': ');
  throw new MissingVariableError(
    where.slice(0, split),
    where.slice(split + 2),
    `cannot be printed: it is ${String(value)}`,
  );
}
