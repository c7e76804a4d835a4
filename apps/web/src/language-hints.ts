import { findTerm } from '@mase/workflow/words';

/** What the api says beside an accepted command of a term in what was written. */
export interface LanguageFinding {
  term: string;
  weight: string;
  quoted: boolean;
}

/** What is kept from one page to the next: ids of terms, never what was written, and where it can be corrected. */
export interface LanguageLeft {
  terms: string[];
  correct: string | null;
}

/** What the next page says of the words that were recorded. */
export interface LanguageHints {
  terms: { label: string; why: string; say: string }[];
  more: number;
  correct: string | null;
}

/** So many terms are told at once; nobody reads more. */
const mostTold = 4;
/** So many ids fit in what the browser keeps. */
const mostKept = 20;

/** The terms to tell of: each once; neither quoted ones nor those about which people of the field differ. */
export function termsToTell(findings: readonly LanguageFinding[]): string[] {
  const told = findings.filter(({ weight, quoted }) => weight === 'avoid' && !quoted);
  return [...new Set(told.map(({ term }) => term))].slice(0, mostKept);
}

/** The words of the hints; null where no term is known any more. */
export function hintsOf({ terms, correct }: LanguageLeft): LanguageHints | null {
  const known = terms.flatMap((id) => findTerm(id) ?? []);
  if (known.length === 0) return null;
  return {
    terms: known.slice(0, mostTold).map(({ label, why, say }) => ({ label, why, say: say.join('; or ') })),
    more: Math.max(0, known.length - mostTold),
    correct,
  };
}
