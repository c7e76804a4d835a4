import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AreaTemplateError, checkTypst, demandStill } from './area-grammar.js';
import { compiledTemplate, type DocumentTemplate, templatesFolder } from './document-template.js';
import type { DocumentHead } from './models/document-head.js';
import { packageTemplates, type Templates } from './package-templates.js';
import { renderPdf } from './render.js';

export { AreaTemplateError };

/** Looks into the model that no document comes near: the papers of a full agenda need a fiftieth. */
const mostLooks = 2_000_000;

/**
 * The documents with an area's own templates in the place of the package's: each a folder of the name of a document with
 * `body.html.hbs` and `body.typ.hbs`. Throws AreaTemplateError, TemplateGrammarError or MissingVariableError where one
 * is not as it must be: then nothing of the folder is used.
 */
export function areaTemplates(folder: string): Templates {
  const own = documentsIn(folder).map((name) => {
    const place = placeOf(name);
    return [place, areaTemplate(join(folder, name), name)] as const;
  });
  return { ...packageTemplates, ...Object.fromEntries(own) } as Templates;
}

function documentsIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((one) => one.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** Which document a folder is of; throws AreaTemplateError where the house has none of that name. */
function placeOf(name: string): keyof Templates {
  const known = Object.entries(packageTemplates) as unknown as [keyof Templates, DocumentTemplate<never>][];
  const place = known.find(([, template]) => template.name === name);
  if (place) return place[0];
  throw new AreaTemplateError(
    `${name}: there is no such document; there are ${known.map(([, one]) => one.name).join(', ')}`,
  );
}

/** What became of one template of an area's folder: null where its example prints in both renderings, else why not. */
export interface TemplateFinding {
  name: string;
  fault: string | null;
}

/** Tries every template of an area's folder by its example, as HTML and as PDF; one fault hides no other. Throws where the folder cannot be read. */
export async function tryTemplates(folder: string): Promise<TemplateFinding[]> {
  const findings: TemplateFinding[] = [];
  for (const name of documentsIn(folder)) findings.push({ name, fault: await faultOf(folder, name) });
  return findings;
}

async function faultOf(folder: string, name: string): Promise<string | null> {
  try {
    placeOf(name);
    await renderPdf(areaTemplate(join(folder, name), name), exampleOf(name));
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function exampleOf(name: string): Example {
  return JSON.parse(readFileSync(new URL(`${name}/example.json`, templatesFolder), 'utf8')) as Example;
}

interface Example {
  head: DocumentHead;
  withheld?: (string | { [field: string]: string })[];
}

function areaTemplate(folder: string, name: string): DocumentTemplate<Example> {
  const read = (file: string) => {
    const path = join(folder, file);
    if (!existsSync(path))
      throw new AreaTemplateError(`${name}: ${file} is missing; a document has both renderings`);
    return readFileSync(path, 'utf8');
  };
  const sources = { html: read('body.html.hbs'), typst: read('body.typ.hbs'), place: name };
  checkTypst(sources.typst, `${name}/body.typ.hbs`);
  const compiled = compiledTemplate<Example>(name, 'area', sources, mostLooks);
  const template = { ...compiled, html: (model: Example) => demandStill(compiled.html(model), name) };
  try {
    demandWhole(template);
  } catch (error) {
    if (error instanceof TypeError) throw new AreaTemplateError(`${name}: ${error.message}`);
    throw error;
  }
  return template;
}

/** The example renders, and neither rendering leaves out the marking, whose copy it is, or what is left out. */
function demandWhole(template: DocumentTemplate<Example>): void {
  const example = exampleOf(template.name);
  const { marking, copy } = example.head;
  const marks: string[] = [];
  const marked = (text: string): string => {
    const one = `${text} q${marks.length}z`;
    marks.push(one);
    return one;
  };
  const head = {
    ...{ ...example.head, marking: marked(marking) },
    copy: { ...copy, recipient: marked(copy.recipient), agency: marked(copy.agency) },
  };
  // What is left out is a list of sentences, or of lines with several texts each.
  const withheld = JSON.parse(JSON.stringify(example.withheld ?? null), (_, value: unknown) =>
    typeof value === 'string' ? marked(value) : value,
  ) as Example['withheld'];
  const model: Example = {
    ...{ ...example, head },
    ...(example.withheld ? { withheld } : {}),
  };
  const plain = (text: string) => text.replace(/[^A-Za-z0-9]/g, '');
  const renderings = {
    'body.html.hbs': plain(template.html(model).replace(/&#?\w+;/g, '')),
    'body.typ.hbs': plain(template.typst(model, new Set()).replace(/\\u\{[0-9a-f]+\}/g, '')),
  };
  for (const [file, text] of Object.entries(renderings))
    for (const mark of marks)
      if (!text.includes(plain(mark)))
        throw new AreaTemplateError(
          `${template.name}/${file}: does not print “${mark.replace(/ q\d+z$/, '')}”: marking, recipient and what is left out stand in every copy`,
        );
}
