import { readdirSync, readFileSync } from 'node:fs';
import Handlebars, { type HelperDelegate, type TemplateDelegate } from 'handlebars';
import { dateParts } from '../components/date-input/date-parts.js';
import { formHelpers } from './form-helpers.js';
import { inLanguage, type Say } from './in-language.js';
import { logicHelpers } from './logic-helpers.js';
import { markupHelpers } from './markup-helpers.js';
import { escapeHtml, isSafeHtml, type SafeHtml, safeHtml } from './safe-html.js';
import { StrictPaths } from './strict-paths.js';
import { templateUrl } from './template-url.js';

/** A folder of templates made ready: components by name, and a way to make a page's view ready. */
export interface Environment {
  /** Compiles a page's template. Throws at once on a fault in it; the view throws on a value that the model lacks. */
  view(source: string): TemplateDelegate;
  /** Renders one component with the params its GOV.UK or MOJ macro takes. */
  component(name: string, params: Record<string, unknown>): string;
}

/** What was compiled in this process, by its text: a second site is built in no time. */
const programs = new Map<string, TemplateSpecification>();

type Registry = ReturnType<typeof Handlebars.create>;

function renderHelpers(handlebars: Registry): Record<string, HelperDelegate> {
  const partial = (name: string): TemplateDelegate => {
    const found = handlebars.partials[name];
    if (typeof found !== 'function') throw new Error(`there is no component named ${name}`);
    return found;
  };
  return {
    /** A component as a value, for html params: `(render "tag" text="New")`. The named values are its params. */
    render(name: string, ...rest: unknown[]) {
      const options = rest.at(-1) as Handlebars.HelperOptions;
      const given = rest.length > 1 ? (rest[0] as object) : {};
      return safeHtml(partial(name)({ ...given, ...options.hash }, { data: options.data }));
    },
    /** A component around a block, which becomes its html param: `{{#wrap "inset-text"}}…{{/wrap}}`. */
    wrap(this: unknown, name: string, options: Handlebars.HelperOptions) {
      return safeHtml(
        partial(name)({ ...options.hash, html: safeHtml(options.fn(this)) }, { data: options.data }),
      );
    },
    /** Names computed values for a block: `{{#let (join id "-hint") as |hintId|}}`. */
    let(this: unknown, ...given: unknown[]) {
      const options = given.at(-1) as Handlebars.HelperOptions;
      return options.fn(this, { data: options.data, blockParams: given.slice(0, -1) });
    },
    'date-parts': (params: Parameters<typeof dateParts>[0]) => dateParts(params),
  };
}

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#x27': "'",
  '#x3D': '=',
  '#x60': '`',
};
const unescaped = (text: string): string =>
  text.replace(/&([a-z]+|#x[0-9A-F]{2});/g, (whole, name: string) => entities[name] ?? whole);

/** A picture that code has drawn, with its texts in the language; every other markup was made by a template, and is in it. */
function inPicture(markup: SafeHtml, said: (text: string) => string): SafeHtml {
  const html = markup.toString();
  if (!html.startsWith('<svg')) return markup;
  return safeHtml(html.replace(/>([^<>]+)</g, (_, text: string) => `>${escapeHtml(said(unescaped(text)))}<`));
}

/** What puts values into another language where they are printed; what a template made is in it already. */
function sayingHelpers(said: (text: string) => string): Record<string, HelperDelegate> {
  const { content, attr } = markupHelpers as Record<'content' | 'attr', HelperDelegate>;
  const told = (value: unknown) =>
    typeof value === 'string' ? said(value) : isSafeHtml(value) ? inPicture(value, said) : value;
  return {
    said: told,
    content: (html: unknown, text: unknown) => content(html, told(text)),
    attr: (name: string, value: unknown) =>
      attr(name, ['aria-label', 'title', 'alt', 'placeholder'].includes(name) ? told(value) : value),
  };
}

/**
 * Reads every component and makes it ready; `helpers` are added for pages, and `spoken` puts another language in the place of
 * their English texts. Throws on a template that does not parse.
 */
export function environment(
  helpers: Record<string, HelperDelegate> = {},
  spoken?: { language: string; say: Say; said: (text: string) => string },
): Environment {
  const handlebars = Handlebars.create();
  const all = {
    ...{ ...logicHelpers, ...markupHelpers, ...renderHelpers(handlebars), ...formHelpers, ...helpers },
    ...(spoken ? sayingHelpers(spoken.said) : {}),
  };
  handlebars.registerHelper(all);
  const knownHelpers = Object.fromEntries(Object.keys(all).map((name) => [name, true]));
  const options = {
    explicitPartialContext: true,
    knownHelpersOnly: true,
    knownHelpers,
    // Indenting a component would indent the lines that somebody typed in it.
    preventIndent: true,
  } as CompileOptions;
  const ready = (source: string, strict: boolean): TemplateDelegate => {
    const key = JSON.stringify([source, strict, Object.keys(all), spoken?.language]);
    const known = programs.get(key);
    if (known) return handlebars.template(known);
    const parsed = handlebars.parse(source);
    if (spoken) inLanguage(parsed as never, spoken.say);
    if (strict) new StrictPaths(all).accept(parsed);
    const text = handlebars.precompile(parsed, { ...options, strict }) as string;
    const program = new Function(`return ${text}`)() as TemplateSpecification;
    programs.set(key, program);
    return handlebars.template(program);
  };
  const folder = templateUrl('components/');
  const entries = readdirSync(folder, { withFileTypes: true });
  for (const { name } of entries.filter((entry) => entry.isDirectory())) {
    handlebars.registerPartial(
      name,
      ready(readFileSync(new URL(`${name}/template.hbs`, folder), 'utf8'), false),
    );
  }
  return {
    view: (source) => ready(source, true),
    component: (name, params) => (handlebars.partials[name] as TemplateDelegate)(params, { data: {} }),
  };
}
