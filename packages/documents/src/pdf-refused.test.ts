import { describe, expect, it } from 'vitest';
import { DocumentRefusedError } from './document-refused-error.js';
import { compilePdf } from './typst-compiler.js';

const said = '#set document(title: "Made up")\n#set text(lang: "en", region: "GB")\n';
const drawn = "image(bytes(\"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'></svg>\")";

describe('a document that cannot be a PDF/UA-1 file', () => {
  it.each([
    ['a picture without words in its place', `${said}= Made up\n#${drawn})`, /alternative|alt/i],
    ['a heading that skips a level', `${said}= Made up\n=== Made up`, /heading/i],
    ['no heading of the first level before others', `${said}== Made up`, /heading/i],
    ['no title', '= Made up', /title/i],
  ])('is refused with words for %s, and no file is made', async (_, source, why) => {
    const refused = compilePdf(source);
    await expect(refused).rejects.toThrow(DocumentRefusedError);
    await expect(refused).rejects.toThrow(why);
  });

  it('is made once the picture has words', async () => {
    expect((await compilePdf(`${said}= Made up\n#${drawn}, alt: "Made up")`)).length).toBeGreaterThan(1000);
  });
});
