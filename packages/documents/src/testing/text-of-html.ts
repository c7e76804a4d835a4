import { withoutSpace } from './without-space.js';

const NAMED: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#x27': "'",
  '#x60': '`',
  '#x3D': '=',
};

/** What a reader of the HTML's body sees, without white space; an entity that our escaping does not write stays as it is. */
export function textOfHtml(html: string): string {
  const body = html.slice(html.indexOf('<body>')).replace(/<[^>]*>/g, ' ');
  return withoutSpace(body.replace(/&([#\w]+);/g, (entity, name) => NAMED[name] ?? entity));
}
