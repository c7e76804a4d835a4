import type { ExtractModel, PanelPackModel, Templates } from '@mase/documents';
import type { CopyParts, EarlierCopy } from '@mase/store';
import { ProblemError } from '../problem.js';
import { agendaContent } from './agenda-model.js';
import { numberedItems } from './agenda-parts.js';
import { letterContent } from './letter-model.js';
import { hasMinutes, minutesContent } from './minutes-model.js';
import { type PackContent, packContent } from './pack-model.js';
import type { PaperKind } from './paper-head.js';
import { sittingWords } from './paper-head.js';
import { changedItems, itemsTold, partsOf } from './paper-parts.js';
import type { Papers } from './papers.js';

/** What else says which paper is meant: the item of an extract, the version before a supplement. */
export interface PaperAsked {
  kind: PaperKind;
  item?: string;
  before?: EarlierCopy | null;
}

/** One kind of paper: the template that prints it, and what it says. */
interface PaperForm {
  template: keyof Templates;
  /** What it says; null where there is none for this reader. */
  content(papers: Papers, asked: PaperAsked): object | null;
  /** Why there is none. */
  none: { code: string; title: string; detail: string };
}

/** The pack with the sheets of the items that are new or differ, and no others. */
function supplement(papers: Papers, { before }: PaperAsked): PackContent | null {
  const content = packContent(papers);
  if (!before) return null;
  const changed = new Set(changedItems(before.parts, partsOf(papers, content)));
  if (changed.size === 0) return null;
  const numbers = numbersOf(papers, changed);
  const ofChanged = <T extends { item: { number: number } }>(sheets: T[]) =>
    sheets.filter(({ item }) => numbers.has(item.number));
  return {
    ...content,
    withheld: [
      'This supplement holds the sheets that are new or different; the others stand in the papers as they were issued.',
      ...content.withheld,
    ],
    actionLog: [],
    children: ofChanged(content.children),
    persons: ofChanged(content.persons),
    places: ofChanged(content.places),
    clusters: ofChanged(content.clusters),
    previousMinutes: null,
  };
}

/** The sheet of one item alone. */
function extract(papers: Papers, { item = '' }: PaperAsked): Omit<ExtractModel, 'head'> | null {
  const { children, persons, places, clusters } = packContent(papers);
  const numbers = numbersOf(papers, new Set([item]));
  const ofItem = <T extends { item: { number: number } }>(sheets: T[]) =>
    sheets.filter((sheet) => numbers.has(sheet.item.number));
  const sheets = {
    children: ofItem(children),
    persons: ofItem(persons),
    places: ofItem(places),
    clusters: ofItem(clusters),
  };
  if (Object.values(sheets).every((all) => all.length === 0)) return null;
  return { sitting: sittingWords(papers), ...sheets };
}

function numbersOf(papers: Papers, items: ReadonlySet<string>): Set<number> {
  const numbered = numberedItems(papers, papers.sitting);
  return new Set(
    numbered.flatMap(({ item, record }) => (record && items.has(record.id) ? [item.number] : [])),
  );
}

const forms: { [kind in PaperKind]: PaperForm } = {
  pack: {
    template: 'panelPack',
    content: packContent,
    none: { code: 'NO_PACK', title: 'No papers', detail: 'There is nothing to show.' },
  },
  supplement: {
    template: 'panelPack',
    content: supplement,
    none: {
      code: 'NO_SUPPLEMENT',
      title: 'Nothing has changed',
      detail: 'No item of this recipient’s papers is new or different since they were issued.',
    },
  },
  agenda: {
    template: 'agenda',
    content: agendaContent,
    none: { code: 'NO_AGENDA', title: 'No agenda', detail: 'There is nothing to show.' },
  },
  minutes: {
    template: 'minutes',
    content: (papers) => (hasMinutes(papers) ? minutesContent(papers) : null),
    none: {
      code: 'NO_MINUTES',
      title: 'No minutes yet',
      detail: 'The sitting has no minutes that this recipient may see: they begin when it ends.',
    },
  },
  letter: {
    template: 'actionLetter',
    content: letterContent,
    none: {
      code: 'NO_ACTIONS',
      title: 'No actions',
      detail: 'The sitting has given this recipient’s agency no action that the recipient may see.',
    },
  },
  extract: {
    template: 'extract',
    content: extract,
    none: {
      code: 'NO_SHEET',
      title: 'No sheet',
      detail: 'The agenda has no such item with a sheet that this recipient may read. Name one by its id.',
    },
  },
};

/** The name of the template that prints a kind of paper. */
export function templateOf(kind: PaperKind): keyof Templates {
  return forms[kind].template;
}

/** What a paper says to its reader; throws 409 in words where there is none. */
export function contentOf(papers: Papers, asked: PaperAsked): object {
  const { content, none } = forms[asked.kind];
  const found = content(papers, asked);
  if (!found) throw new ProblemError({ status: 409, ...none });
  return found;
}

/** The parts of a pack; of another paper the items that it tells of, by which it is known who has papers of a case. */
export function keptParts(papers: Papers, { kind }: PaperAsked, content: object): CopyParts {
  return kind === 'pack' ? partsOf(papers, content as PackContent) : itemsTold(papers, content);
}

/** Whether a paper has a page that says what changed. */
export function tellsChanges(kind: PaperKind, content: object): content is Omit<PanelPackModel, 'head'> {
  return (kind === 'pack' || kind === 'supplement') && 'statements' in content;
}
