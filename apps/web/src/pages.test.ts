import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pages } from './pages.js';
import { templateUrl } from './templating/template-url.js';

const folders = (at: URL): string[] =>
  readdirSync(at, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

describe('the table of contents', () => {
  it('lists every page folder, and every page is named after its folder', () => {
    const root = templateUrl('pages/');
    const found = folders(root).flatMap((topic) =>
      folders(new URL(`${topic}/`, root)).map((verb) => `${topic}/${verb}`),
    );
    expect(pages.map(({ id }) => id).sort()).toEqual(found.sort());
  });

  it('gives no two pages the same address', () => {
    expect(new Set(pages.map(({ url }) => url)).size).toBe(pages.length);
  });
});
