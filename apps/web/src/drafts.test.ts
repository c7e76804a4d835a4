import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { path } from './api-client.js';
import { draftForm } from './drafts.js';
import type { Page } from './page.js';
import { pages } from './pages.js';
import { templateUrl } from './templating/template-url.js';
import { type RealApi, realApi } from './testing/real-api.js';
import type { Visit } from './visit.js';

/** Forms in which something is typed and of which no draft is kept, each with why. */
const without: { readonly [page: string]: string } = {
  'session/code': 'a secret is typed, which is kept nowhere',
  'session/enrol': 'a secret is typed, which is kept nowhere',
  'session/change-password': 'a secret is typed, which is kept nowhere',
  'messages/how': 'a time of day is all that is typed',
  'imports/take': 'a day is all that is typed; the file is no text',
  'search/find': 'a word to look for',
  'children/list': 'a name to look for',
  'missing-episodes/now': 'a name to look for',
  'person-cases/list': 'a name to look for',
  'location-cases/list': 'a name to look for',
  'links/network': 'a number or plate to look for',
  'incident-victims/link-victim': 'a reference to look for',
  'disposals/propose-disposal': 'a reference to look for',
  'sittings/order-items': 'numbers of minutes, each of which is sent by itself',
};

const read = (file: string): string => {
  const url = templateUrl(file);
  return existsSync(url) ? readFileSync(url, 'utf8') : '';
};

const commandView = read('frame/command.hbs');

/** Whether a template, or a part that it is made of, has a field in which one writes. */
function writes(template: string, seen = new Set<string>()): boolean {
  if (/<textarea|<input(?![^>]*type="(?:hidden|radio|checkbox|file|submit)")/.test(template)) return true;
  return [...template.matchAll(/\{\{#?> *([a-z0-9-]+)/g)].some(([, part = '']) => {
    if (seen.has(part)) return false;
    seen.add(part);
    return writes(read(`components/${part}/template.hbs`), seen);
  });
}

/** Whether somebody writes in the form of a page: that of a plain command is made of what it asks for. */
function isWrittenIn({ id, view, fields = {}, post }: Page): boolean {
  if (!post) return false;
  if (view === commandView) return Object.keys(fields).length > 0;
  return writes(view ?? read(`pages/${id}/view.hbs`));
}

const id = '0192f0c1-0000-7000-8000-000000000001';
const anywhere = { params: { id }, query: new Proxy({}, { get: () => id }), typed: () => undefined };
const draftOf = (page: Page): string => page.draft?.(anywhere as unknown as Visit) ?? '';

let api: RealApi;
beforeAll(async () => {
  api = await realApi(inject('MASE_TEST_SERVER'));
});
afterAll(() => api?.close());

describe('a form in which somebody writes', () => {
  it('keeps a draft of it, but for those that are named with a reason', () => {
    const found = pages.filter((page) => isWrittenIn(page) && !page.draft).map((page) => page.id);
    expect(found.sort()).toEqual(Object.keys(without).sort());
    expect(pages.filter((page) => isWrittenIn(page) && page.draft).length).toBeGreaterThan(200);
  });

  it('has a draft under a name that the api takes', async () => {
    const refused: string[] = [];
    const kept = pages.filter(({ draft }) => draft);
    for (let at = 0; at < kept.length; at += 20)
      await Promise.all(
        kept.slice(at, at + 20).map(async (page) => {
          const address = path`/api/v1/drafts/${draftForm(page.id)}/${draftOf(page)}`;
          await api
            .ask('worker', 'PUT', address, { fields: { words: page.id } })
            .catch((error: Error) => refused.push(`${address}: ${error.message}`));
        }),
      );
    expect(refused).toEqual([]);
  }, 120_000);
});
