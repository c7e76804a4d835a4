import { readdirSync, readFileSync } from 'node:fs';

/** The words of a language besides English, as its file has them. */
export interface Catalogue {
  /** The code of the language, as `lang` has it: `cy`. */
  language: string;
  /** What the language calls itself. */
  name: string;
  /** Each English text of the site and its words in this language. */
  words: Readonly<Record<string, string>>;
}

const folder = new URL('../languages/', import.meta.url);
const placesIn = (text: string): string => (text.match(/\{\d+\}/g) ?? []).sort().join();

/** What is wrong with a catalogue, a sentence for each fault: markup, or values left out or made up. */
export function catalogueFaults({ words }: Catalogue): string[] {
  return Object.entries(words).flatMap(([english, said]) => [
    ...(said.trim() === '' ? [`“${english}” has no words: leave it out`] : []),
    ...(/[<>"]/.test(said) ? [`“${english}”: words hold no markup and no straight quotation marks`] : []),
    ...(placesIn(english) === placesIn(said)
      ? []
      : [`“${english}”: each of its values stands once in the words`]),
  ]);
}

const known = new Map<string, Catalogue>();

/** Every catalogue that is there, by the code of its language; English needs none. */
export const catalogues: ReadonlyMap<string, Catalogue> = known;

/** Takes a catalogue in, before the site is built, and gives what takes it out again. Throws on one that is at fault. */
export function takeCatalogue(catalogue: Catalogue): () => void {
  const [fault] = catalogueFaults(catalogue);
  if (fault) throw new Error(`the catalogue of ${catalogue.name}: ${fault}`);
  known.set(catalogue.language, catalogue);
  return () => known.delete(catalogue.language);
}

for (const file of readdirSync(folder).filter((name) => /^[a-z]{2}\.json$/.test(name)))
  takeCatalogue(JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Catalogue);
