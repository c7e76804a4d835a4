import { defaultStatements, type PanelPackModel, type StrandSheet } from '@mase/documents';
import { actionLog } from './action-log.js';
import { agendaContent } from './agenda-model.js';
import { type NumberedItem, numberedItems } from './agenda-parts.js';
import { childSheet } from './child-sheet.js';
import { clusterSheet } from './cluster-sheet.js';
import { previousMinutes } from './minute-items.js';
import { intelligenceWithheld, packIntelligence } from './pack-intelligence.js';
import type { Papers, StrandCase } from './papers.js';
import { strandSheet } from './strand-sheet.js';
import { opensSheet, packWithheld, printedStrand } from './withheld.js';

/** A pack without what belongs to the copy: its head and what changed. */
export type PackContent = Omit<PanelPackModel, 'head' | 'changes'>;

/** The papers of a sitting for one recipient. */
export function packContent(papers: Papers): PackContent {
  const items = numberedItems(papers, papers.sitting);
  return {
    ...agendaContent(papers),
    withheld: [...intelligenceWithheld(papers, items), ...packWithheld(papers, items, { sheets: true })],
    statements: defaultStatements,
    actionLog: actionLog(papers),
    children: items.flatMap(({ item, record }) => {
      const about = record && papers.caseOf(record);
      return opensSheet(papers, about) ? [childSheet(papers, item, about)] : [];
    }),
    persons: strandSheets(papers, items, 'personCase'),
    places: strandSheets(papers, items, 'locationCase'),
    clusters: items.flatMap(({ item, record }) => {
      const about = record && papers.clusterOf(record);
      return about ? [clusterSheet(papers, item, about)] : [];
    }),
    intelligence: packIntelligence(papers, items),
    previousMinutes: previousMinutes(papers),
  };
}

function strandSheets(
  papers: Papers,
  items: readonly NumberedItem[],
  kind: StrandCase['kind'],
): StrandSheet[] {
  return items.flatMap(({ item, record }) => {
    const about = record && printedStrand(papers, record);
    return about?.kind === kind ? [strandSheet(papers, item, about)] : [];
  });
}
