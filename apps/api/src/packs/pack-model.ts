import { type AgendaItem, defaultStatements, type PanelPackModel, type StrandSheet } from '@mase/documents';
import { actionLog } from './action-log.js';
import { agendaContent } from './agenda-model.js';
import { type NumberedItem, numberedItems } from './agenda-parts.js';
import { childSheet } from './child-sheet.js';
import { clusterSheet } from './cluster-sheet.js';
import { previousMinutes } from './minute-items.js';
import { intelligenceWithheld, packIntelligence } from './pack-intelligence.js';
import type { Item, Papers, StrandCase } from './papers.js';
import { behindSheet, madeOf } from './provenance.js';
import { strandSheet } from './strand-sheet.js';
import { themesAndFigures } from './themes-and-figures.js';
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
      return record && opensSheet(papers, about) ? [of(papers, record, childSheet(papers, item, about))] : [];
    }),
    persons: strandSheets(papers, items, 'personCase'),
    places: strandSheets(papers, items, 'locationCase'),
    clusters: items.flatMap(({ item, record }) => {
      const about = record && papers.clusterOf(record);
      return record && about ? [of(papers, record, clusterSheet(papers, item, about))] : [];
    }),
    intelligence: packIntelligence(papers, items),
    themesAndFigures: themesAndFigures(papers, items),
    previousMinutes: previousMinutes(papers),
  };
}

/** A sheet, of which it is known what it was made of. */
function of<T extends { item: AgendaItem }>(papers: Papers, record: Item, sheet: T): T {
  return madeOf(sheet, `The sheet of item ${sheet.item.number}`, behindSheet(papers, record));
}

function strandSheets(
  papers: Papers,
  items: readonly NumberedItem[],
  kind: StrandCase['kind'],
): StrandSheet[] {
  return items.flatMap(({ item, record }) => {
    const about = record && printedStrand(papers, record);
    return record && about?.kind === kind ? [of(papers, record, strandSheet(papers, item, about))] : [];
  });
}
