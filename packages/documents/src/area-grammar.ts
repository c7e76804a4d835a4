import Handlebars from 'handlebars';
import { readTypst, type TypstPlace, typstStart } from './typst-grammar.js';

const mostDeep = 4;

/** What a check of an area's template found: where and what. */
export class AreaTemplateError extends Error {
  readonly code = 'AREA_TEMPLATE';
}

const refuse = (where: string, detail: string): never => {
  throw new AreaTemplateError(`${where}: ${detail}`);
};

/**
 * Checks that an area's PDF template is markup and the house's parts, whichever of its branches is printed and however
 * often: every block ends where it began. Throws AreaTemplateError naming file and line.
 */
export function checkTypst(source: string, file: string): void {
  const end = programEnd(parsed(source, file), typstStart, { file, deep: 0 });
  if (end.open.length !== typstStart.open.length) refuse(file, 'a bracket is not closed');
}

function parsed(source: string, file: string): hbs.AST.Program {
  try {
    return Handlebars.parse(source);
  } catch (error) {
    return refuse(file, (error as Error).message);
  }
}

interface About {
  file: string;
  deep: number;
}

function programEnd(program: hbs.AST.Program, start: TypstPlace, about: About): TypstPlace {
  return program.body.reduce((place, statement) => statementEnd(statement, place, about), start);
}

function statementEnd(statement: hbs.AST.Statement, place: TypstPlace, about: About): TypstPlace {
  const where = `${about.file}:${statement.loc.start.line}`;
  switch (statement.type) {
    case 'ContentStatement':
      try {
        return readTypst((statement as hbs.AST.ContentStatement).value, place);
      } catch (error) {
        return refuse(where, (error as Error).message);
      }
    case 'BlockStatement':
      return blockEnd(statement as hbs.AST.BlockStatement, place, about, where);
    case 'MustacheStatement':
      return printedEnd(statement as hbs.AST.MustacheStatement, place, where);
    case 'PartialStatement':
      if (place.open.at(-1) === 'code') refuse(where, 'a partial stands in content, not among arguments');
      return { ...place, callable: true };
    case 'CommentStatement':
      return place;
    default:
      return refuse(where, `${statement.type} is not used in an area’s template`);
  }
}

/** `{{t x}}` is text and stands in content; `{{s x}}` is a literal and stands among arguments. */
function printedEnd({ path }: hbs.AST.MustacheStatement, place: TypstPlace, where: string): TypstPlace {
  const printer = 'original' in path ? String(path.original) : '';
  const wanted = place.open.at(-1) === 'code' ? 's' : 't';
  if (printer !== wanted) refuse(where, `{{${wanted} x}} prints here, not {{${printer} x}}`);
  return { ...place, callable: false };
}

/** What a block prints may stand there not at all, once or many times: each of them leads to the same place. */
function blockEnd(block: hbs.AST.BlockStatement, place: TypstPlace, about: About, where: string): TypstPlace {
  const deep = about.deep + 1;
  if (deep > mostDeep) refuse(where, `blocks stand in one another more than ${mostDeep} deep`);
  let { callable } = place;
  for (const program of [block.program, block.inverse, block.program]) {
    if (!program) continue;
    const end = programEnd(program, { ...place, callable }, { ...about, deep });
    if (end.open.join() !== place.open.join())
      refuse(where, 'a block opens or closes a bracket that stands outside it');
    callable ||= end.callable;
  }
  return { ...place, callable };
}

const unsafe =
  /<(script|iframe|object|embed|form|base|link|meta\s+http-equiv|svg|math)\b|<[^>]*\s(on\w+|src|srcset|style|action|formaction)\s*=|<[^>]*\shref\s*=\s*"(?!#)|<[^>]*\shref\s*=\s*(?!")|url\(|@import|javascript:/i;

/** Throws AreaTemplateError where a page that an area's template printed could run, load or send anything. Text of the record cannot be meant: it is escaped. */
export function demandStill(html: string, name: string): string {
  const found = unsafe.exec(html.replace(/^[\s\S]*?<\/head>/, ''));
  if (found) refuse(name, `${found[0].slice(0, 40)} could run or load something`);
  return html;
}
