import type { Catalogue } from '../languages.js';
import { spokenTexts } from './spoken-texts.js';
import { textsOfCode } from './texts-of-code.js';

/** The code of a language that nobody speaks. */
export const madeUp = 'zz';

/** A text in it: each letter in a shape of its own, so that what stayed English is seen at once. Values keep their places. */
export const inMadeUp = (english: string): string =>
  english
    .split(/(\{\d+\}|&[a-z]+;)/)
    .map((piece, index) =>
      index % 2 === 1
        ? piece
        : piece.replace(/[A-Za-z]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0)),
    )
    .join('')
    .replaceAll('"', '”');

/** A catalogue of the made-up language that is whole: it has every text that the site may say. */
export function madeUpCatalogue(): Catalogue {
  const texts = [...new Set([...spokenTexts(), ...textsOfCode()])];
  return {
    language: madeUp,
    name: 'Ｍａｄｅ ｕｐ',
    words: Object.fromEntries(texts.map((one) => [one, inMadeUp(one)])),
  };
}
