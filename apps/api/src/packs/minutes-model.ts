import type { MinutesModel } from '@mase/documents';
import { numberedItems } from './agenda-parts.js';
import { minutedSections, minutesStatus } from './minute-items.js';
import { sittingWords } from './paper-head.js';
import type { Papers } from './papers.js';
import { minutesWithheld, packWithheld } from './withheld.js';

/** Whether a sitting has minutes: from its end on. */
export function hasMinutes(papers: Papers): boolean {
  return papers.sitting.standing.minutesVersion > 0 && papers.reads(papers.sitting.id, 'sheet');
}

/**
 * The minutes of a sitting, for one reader: the version that was kept last, which is the one that was agreed. Nothing of
 * it is made anew from what has happened since, so that the same reader is given the same minutes whenever they are printed.
 */
export function minutesContent(papers: Papers): Omit<MinutesModel, 'head'> {
  const items = numberedItems(papers, papers.sitting);
  return {
    sitting: sittingWords(papers),
    status: minutesStatus(papers, papers.sitting),
    sections: minutedSections(papers, papers.sitting),
    withheld: [...new Set([...packWithheld(papers, items, { sheets: false }), ...minutesWithheld(papers)])],
  };
}
