import { defaultStatements, type PanelPackModel } from '@mase/documents';
import { actionLog } from './action-log.js';
import { agendaContent } from './agenda-model.js';
import { numberedItems } from './agenda-parts.js';
import { childSheet } from './child-sheet.js';
import { previousMinutes } from './minute-items.js';
import type { Papers } from './papers.js';
import { opensSheet, packWithheld } from './withheld.js';

/** The papers of a sitting for one recipient, without what belongs to the copy: its head and what changed. */
export function packContent(papers: Papers): Omit<PanelPackModel, 'head' | 'changes'> {
  const items = numberedItems(papers, papers.sitting);
  return {
    ...agendaContent(papers),
    withheld: packWithheld(papers, items, { sheets: true }),
    statements: defaultStatements,
    actionLog: actionLog(papers),
    children: items.flatMap(({ item, record }) => {
      const about = record && papers.caseOf(record);
      return opensSheet(papers, about) ? [childSheet(papers, item, about)] : [];
    }),
    previousMinutes: previousMinutes(papers),
  };
}
