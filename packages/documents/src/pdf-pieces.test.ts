import { describe, expect, it } from 'vitest';
import { PdfPieces } from './pdf-pieces.js';

const pages = (...parts: string[]) => parts.join('\n#new-page\n');

describe('the files of a document', () => {
  it('are its parts by pages, each sent to the compiler once, whoever’s copy it is in', () => {
    const pieces = new PdfPieces();
    const first = pieces.sourcesOf(pages('Copy 1', 'Sheet A', 'Sheet B'));
    expect(first.fresh.map(({ source }) => source.includes('document.typ'))).toEqual([true, true]);
    const [a, b] = first.fresh.map(({ path }) => path);
    const second = pieces.sourcesOf(pages('Copy 2', 'Sheet B', 'Sheet C', 'Sheet A'));
    expect(second.fresh.map(({ source }) => source.trim().split('\n').at(-1))).toEqual(['Sheet C']);
    const included = [...second.main.matchAll(/#include "(.*?)"/g)].map(([, path]) => path);
    expect(included).toEqual([b, second.fresh[0]?.path, a]);
    expect(second.main).toContain('Copy 2');
  });

  it('are the parts of a sheet where it may be taken apart, so that what two sheets have in common is laid out once', () => {
    const pieces = new PdfPieces();
    const sheet = (...parts: string[]) => parts.join('\n#next-part\n');
    const first = pieces.sourcesOf(pages('Copy 1', sheet('Robin', 'About me', 'Links')));
    expect(first.fresh.length).toBe(3);
    const second = pieces.sourcesOf(
      pages('Copy 2', sheet('Robin', 'About me', 'No link that you may see', '')),
    );
    expect(second.fresh.map(({ source }) => source.trim().split('\n').at(-1))).toEqual([
      'No link that you may see',
    ]);
    expect(second.main.match(/#new-page/g)).toHaveLength(1);
    expect(second.main.match(/#include/g)).toHaveLength(3);
  });

  it('take the names of those that were not used for longest, so that names come to an end and no part is lost', () => {
    const pieces = new PdfPieces();
    const held = new Map<string, string>();
    const names = new Set<string>();
    for (let round = 0; round < 20; round += 1) {
      const sheets = Array.from({ length: 800 }, (_, index) => `Sheet ${round * 400 + index}.`);
      const { main, fresh } = pieces.sourcesOf(pages('Copy', ...sheets));
      for (const { path, source } of fresh) held.set(path, source);
      const shown = [...main.matchAll(/#include "(.*?)"/g)].map(([, path = '']) => held.get(path) ?? '');
      expect(shown.map((source) => source.trim().split('\n').at(-1))).toEqual(sheets);
      for (const path of held.keys()) names.add(path);
    }
    expect(names.size).toBe(2_048);
  });

  it('are as many as a document asks for, however long it is', () => {
    const sheets = Array.from({ length: 3_000 }, (_, index) => `Sheet ${index}.`);
    const { fresh } = new PdfPieces().sourcesOf(pages('Copy', ...sheets));
    expect(new Set(fresh.map(({ path }) => path)).size).toBe(3_000);
  });
});
