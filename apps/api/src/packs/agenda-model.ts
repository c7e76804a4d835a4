import type { AgendaModel } from '@mase/documents';
import { numberedItems, overrunWords, sectionsOf } from './agenda-parts.js';
import { sittingWords } from './paper-head.js';
import type { Papers } from './papers.js';
import { packWithheld } from './withheld.js';

/** The agenda alone, for one reader. */
export function agendaContent(papers: Papers): Omit<AgendaModel, 'head'> {
  const items = numberedItems(papers, papers.sitting);
  return {
    sitting: sittingWords(papers),
    agenda: sectionsOf(items),
    overrun: overrunWords(papers, items),
    withheld: packWithheld(papers, items, { sheets: false }),
  };
}
