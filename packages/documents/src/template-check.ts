import Handlebars from 'handlebars';

/** What a template of one kind may contain. */
export interface TemplateGrammar {
  /** Helpers that print a value; `null` lets a plain `{{x}}` print, as `print`. */
  readonly printers: readonly string[] | null;
  /** Words that stand alone, such as `{{stylesheet}}`. */
  readonly standalone: readonly string[];
}

const BLOCKS = ['each', 'if', 'unless', 'with'];

/** A template breaks the grammar of its kind; the message names file and line. */
export class TemplateGrammarError extends Error {
  readonly code = 'TEMPLATE_GRAMMAR';

  constructor(where: string, detail: string) {
    super(`${where}: ${detail}`);
    this.name = 'TemplateGrammarError';
  }
}

/** The parsed template, checked against its grammar, each printing mark carrying its file and line for error messages; throws TemplateGrammarError. */
export function checkedTemplate(source: string, file: string, grammar: TemplateGrammar): hbs.AST.Program {
  const program = Handlebars.parse(source);
  new GrammarVisitor(file, grammar).accept(program);
  return program;
}

class GrammarVisitor extends Handlebars.Visitor {
  constructor(
    private readonly file: string,
    private readonly grammar: TemplateGrammar,
  ) {
    super();
  }

  override MustacheStatement(mustache: hbs.AST.MustacheStatement): void {
    if (!mustache.escaped) this.refuse(mustache, 'a triple-stash prints without escaping');
    const name = this.nameOf(mustache.path);
    if (mustache.params.length === 0 && this.grammar.standalone.includes(name)) return;
    const { printers } = this.grammar;
    const value = printers === null ? mustache.path : mustache.params[0];
    const plain =
      printers === null
        ? mustache.params.length === 0
        : printers.includes(name) && mustache.params.length === 1;
    if (!plain || value?.type !== 'PathExpression' || mustache.hash) {
      const allowed =
        printers === null ? '{{x}}' : printers.map((printer) => `{{${printer} x}}`).join(' and ');
      this.refuse(mustache, `{{${name}}} is not allowed here; only ${allowed} print`);
    }
    const printer = printers === null ? 'print' : name;
    mustache.path = (Handlebars.parse(`{{${printer} x}}`).body[0] as hbs.AST.MustacheStatement).path;
    const where = `${this.file}:${mustache.loc.start.line}: ${this.nameOf(value as hbs.AST.PathExpression)}`;
    const label = {
      type: 'StringLiteral',
      value: where,
      original: where,
      loc: mustache.loc,
    } as hbs.AST.StringLiteral;
    mustache.params = [value as hbs.AST.Expression, label];
  }

  override BlockStatement(block: hbs.AST.BlockStatement): void {
    const name = this.nameOf(block.path);
    if (!BLOCKS.includes(name))
      this.refuse(block, `the block ${name} is unknown; ${BLOCKS.join(', ')} exist`);
    for (const param of block.params) {
      if (param.type === 'SubExpression') {
        const called = this.nameOf((param as hbs.AST.SubExpression).path);
        if (called !== 'eq') this.refuse(block, `the helper ${called} is unknown; eq exists`);
      }
    }
    super.BlockStatement(block);
  }

  override DecoratorBlock(decorator: hbs.AST.DecoratorBlock): void {
    this.refuse(decorator, 'decorators are not used');
  }

  override Decorator(decorator: hbs.AST.Decorator): void {
    this.refuse(decorator, 'decorators are not used');
  }

  private nameOf(path: hbs.AST.Expression): string {
    return 'original' in path ? String(path.original) : path.type;
  }

  private refuse(node: hbs.AST.Node, detail: string): never {
    throw new TemplateGrammarError(`${this.file}:${node.loc.start.line}`, detail);
  }
}
