import { readdirSync, readFileSync } from 'node:fs';
import { type CompiledTemplate, htmlEnvironment, typstEnvironment } from './environments.js';
import { guardedModel } from './guarded-model.js';

/** A document of one kind: the two renderings of one model. */
export interface DocumentTemplate<Model> {
  /** The folder's name, as errors give it. */
  readonly name: string;
  /** The document as HTML source; throws MissingVariableError. */
  readonly html: (model: Model) => string;
  /** The document as Typst source, naming by number the characters that cannot be printed; throws MissingVariableError. */
  readonly typst: (model: Model, unprintable: ReadonlySet<string>) => string;
}

/** The package's folder of templates, the same from src and from dist. */
export const templatesFolder = new URL('../templates/', import.meta.url);

const read = (path: string) => readFileSync(new URL(path, templatesFolder), 'utf8');
const environments = {
  html: htmlEnvironment(read('house/document.css')),
  typst: typstEnvironment(),
};

for (const file of readdirSync(new URL('partials/', templatesFolder))) {
  const [name = '', kind] = file.split('.');
  const source = read(`partials/${file}`);
  // A partial of one line is used inside a line, where its own line end would show.
  const inline = source.indexOf('\n') === source.length - 1;
  environments[kind === 'html' ? 'html' : 'typst'].addPartial(
    name,
    inline ? source.trimEnd() : source,
    `partials/${file}`,
  );
}

const houseStyle = read('house/document.typ');

/** Reads, checks and compiles the template of a folder in the package; throws TemplateGrammarError naming file and line. */
export function loadTemplate<Model>(name: string): DocumentTemplate<Model> {
  const load = (kind: 'html' | 'typ', into: keyof typeof environments): CompiledTemplate => {
    const file = `${name}/body.${kind}.hbs`;
    return environments[into].compile(read(file), file);
  };
  const html = load('html', 'html');
  const typst = load('typ', 'typst');
  return {
    name,
    html: (model) => html(guardedModel(model, name), { unprintable: new Set() }),
    typst: (model, unprintable) => houseStyle + typst(guardedModel(model, name), { unprintable }),
  };
}
