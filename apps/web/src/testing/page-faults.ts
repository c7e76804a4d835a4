import type { Page } from '../page.js';
import { pages } from '../pages.js';
import { addressesIn, type Met, shapeOf } from './crawl.js';

const strict = "default-src 'none';script-src 'self';style-src 'self'";

/** What no page may show: a gap in a template, a code of ours, an id. */
const slips =
  /undefined|\[object|NaN|Invalid Date|>null<|\b(awaitingTriage|papersIssued|beforePanel|notListed)\b/;

/** An address on the site itself, whatever host it stands on. */
const isOwn = (address: string): boolean => /^[/?#]/.test(address) && !address.startsWith('//');

const byShape = new Map(
  pages.flatMap((page): [string, Page][] => (page.get ? [[page.url.replace(/:[a-z]+/gi, ':id'), page]] : [])),
);

/** The page of the site that stands at an address. */
export const pageAt = (path: string): Page | undefined => byShape.get(shapeOf(path).replace(/\?.*$/, ''));

/** Forms that the frame puts around what a page shows, whatever it asks. */
const ofFrame = /^[^>]*(?: action="\/saved-views|mase-earlier)/;

/** Whether a page has a form of its own that can be sent: one that records something, or the first step to one. */
export function hasForm(html: string): boolean {
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
  const forms = main.split('<form').slice(1);
  return forms.some((form) => {
    const own = form.slice(0, form.indexOf('</form>'));
    return !ofFrame.test(own) && /<button type="submit"(?![^>]* disabled)/.test(own);
  });
}

/** Pages that are read by whoever may open them and have a form at times or for some alone: and what they say without it. */
export const readAlso: { readonly [page: string]: string } = {
  'access-requests/decide-items': 'the items of the bundle, and what was decided of each',
  'agenda-items/record-panel-decision': 'the item of an agenda, with what was asked and decided',
  'session/list': 'that one is signed in here and nowhere else',
  'sittings/add-item':
    'that nobody waits for this agenda, and why the case that one came from is not among them',
};

/**
 * What is wrong with a page that somebody came to by a link, whatever it is about: its status, what it loads from
 * elsewhere, its policy and what breaks it, what shows of the inside, and a form that a link promised and that is not there.
 */
export function* faultsOfPage({ path, from, status, html, policy }: Met): Generator<string> {
  // A page that knows where somebody's own is leads there.
  if (status !== 200 && !(status === 303 && path.endsWith('/own'))) yield String(status);
  if (html === '') return;
  if (!policy.startsWith(strict) || /unsafe|https?:|\*/.test(policy)) yield `policy ${policy}`;
  for (const address of addressesIn(html)) if (!isOwn(address)) yield `foreign ${address}`;
  if (/<script(?![^>]* src=)[^>]*>|<style|\sstyle="|\son[a-z]+="|javascript:/.test(html)) yield 'in line';
  const words = html.replace(/<[^>]*>/g, (tag) =>
    tag.startsWith('<td') || tag.startsWith('<dd') ? '>' : '<',
  );
  const slip = slips.exec(words);
  if (slip) yield `shows ${slip[0]}`;
  const page = pageAt(path);
  if (page?.post && from !== '' && !hasForm(html) && !(page.id in readAlso))
    yield `promised by ${from}, and there is no form`;
}

/** What a style sheet takes from elsewhere. */
export function foreignInStyle(css: string): string[] {
  const named = [...css.matchAll(/url\(\s*['"]?([^'")]+)/g)].map(([, address = '']) => address);
  const imported = [...css.matchAll(/@import\s+['"]([^'"]+)/g)].map(([, address = '']) => address);
  return [...named, ...imported].filter((address) => /^(?:[a-z]+:)?\/\//i.test(address));
}
