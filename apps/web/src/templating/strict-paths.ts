import Handlebars from 'handlebars';

const lenient = new Set(['if', 'unless', 'each', 'maybe', 'either', 'given', 'pick']);

interface Call {
  path: { original?: unknown };
  params: { type: string; strict?: boolean }[];
  hash?: { pairs: { value: { type: string; strict?: boolean } }[] };
}

function demand(call: Call): void {
  if (lenient.has(String(call.path?.original))) return;
  const values = [...call.params, ...(call.hash?.pairs.map((pair) => pair.value) ?? [])];
  for (const value of values) if (value.type === 'PathExpression') value.strict = true;
}

/** Checkboxes with the params of a field of one value would forget what is ticked. */
function refuseOneValue({ name, params: [given] }: hbs.AST.PartialStatement): void {
  const helper = given?.type === 'SubExpression' ? (given as hbs.AST.SubExpression).path : null;
  const named = (path: unknown, wanted: string) =>
    (path as { original?: unknown } | null)?.original === wanted;
  if (named(name, 'checkboxes') && named(helper, 'field'))
    throw new Error('checkboxes keep what is ticked by (boxes …): (field …) has one value');
}

/**
 * Makes every path in a page's template strict, also inside helper and partial arguments,
 * where Handlebars' own strict mode lets a missing value pass as nothing.
 * Refuses a bare `{{name}}` that a helper would answer instead of the model. Conditions and `maybe`, `either`, `given`, `pick` may ask for what is not there.
 */
export class StrictPaths extends Handlebars.Visitor {
  constructor(private readonly helpers: Record<string, unknown>) {
    super();
  }

  override MustacheStatement(node: hbs.AST.MustacheStatement): void {
    const { original } = node.path as hbs.AST.PathExpression;
    if (node.params.length === 0 && !node.hash && Object.hasOwn(this.helpers, original)) {
      throw new Error(`{{${original}}} names a helper: write {{this.${original}}} for a value of that name`);
    }
    demand(node as unknown as Call);
    super.MustacheStatement(node);
  }

  override BlockStatement(node: hbs.AST.BlockStatement): void {
    demand(node as unknown as Call);
    super.BlockStatement(node);
  }

  override SubExpression(node: hbs.AST.SubExpression): void {
    demand(node as unknown as Call);
    super.SubExpression(node);
  }

  override PartialStatement(node: hbs.AST.PartialStatement): void {
    refuseOneValue(node);
    demand({ ...(node as unknown as Call), path: { original: 'partial' } });
    super.PartialStatement(node);
  }
}
