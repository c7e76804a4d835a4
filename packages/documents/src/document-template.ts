import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { type CompiledTemplate, htmlEnvironment, typstEnvironment } from './environments.js';
import { guardedModel } from './guarded-model.js';

/** A document of one kind: the two renderings of one model. */
export interface DocumentTemplate<Model> {
  /** The folder's name, as errors give it. */
  readonly name: string;
  /** Name, whose it is, and the beginning of the digest of all that it is made of: `minutes house 0f1e2d3c4b5a6978`. */
  readonly mark: string;
  /** The document as HTML source; throws MissingVariableError. */
  readonly html: (model: Model) => string;
  /** The document as Typst source in the house's parts, naming by number the characters that cannot be printed; throws MissingVariableError. */
  readonly typst: (model: Model, unprintable: ReadonlySet<string>) => string;
}

/** The package's folder of templates, the same from src and from dist. */
export const templatesFolder = new URL('../templates/', import.meta.url);

const read = (path: string) => readFileSync(new URL(path, templatesFolder), 'utf8');
const houseSheet = read('house/document.css');
const environments = {
  html: htmlEnvironment(houseSheet),
  typst: typstEnvironment(),
};

const parts = createHash('sha256').update(houseSheet).update(read('house/document.typ'));
for (const file of readdirSync(new URL('partials/', templatesFolder)).sort()) {
  const [name = '', kind] = file.split('.');
  const source = read(`partials/${file}`);
  parts.update(file).update(source);
  // A partial of one line is used inside a line, where its own line end would show.
  const inline = source.indexOf('\n') === source.length - 1;
  environments[kind === 'html' ? 'html' : 'typst'].addPartial(
    name,
    inline ? source.trimEnd() : source,
    `partials/${file}`,
  );
}
const house = parts.digest();

/** The sources of a template, as they lie in its folder, and where that is for messages. */
export interface TemplateSources {
  html: string;
  typst: string;
  place: string;
}

/** The two sources of a template in the package's folder. */
export function houseSources(name: string): TemplateSources {
  return { html: read(`${name}/body.html.hbs`), typst: read(`${name}/body.typ.hbs`), place: name };
}

/** Checks and compiles the two sources of a template; throws TemplateGrammarError naming file and line. */
export function compiledTemplate<Model>(
  name: string,
  owner: 'house' | 'area',
  { html: htmlSource, typst: typstSource, place }: TemplateSources,
  most?: number,
): DocumentTemplate<Model> {
  const html: CompiledTemplate = environments.html.compile(htmlSource, `${place}/body.html.hbs`);
  const typst: CompiledTemplate = environments.typst.compile(typstSource, `${place}/body.typ.hbs`);
  const digest = createHash('sha256').update(house).update(htmlSource).update(typstSource).digest('hex');
  return {
    name,
    mark: `${name} ${owner} ${digest.slice(0, 16)}`,
    html: (model) => html(guardedModel(model, name, most), { unprintable: new Set() }),
    typst: (model, unprintable) => typst(guardedModel(model, name, most), { unprintable }),
  };
}

/** Reads, checks and compiles the template of a folder in the package; throws TemplateGrammarError naming file and line. */
export function loadTemplate<Model>(name: string): DocumentTemplate<Model> {
  return compiledTemplate(name, 'house', houseSources(name));
}
