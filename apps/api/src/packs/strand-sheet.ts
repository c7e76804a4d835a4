import type { AgendaItem, SheetMeasure, StrandSheet } from '@mase/documents';
import { codeOf, type MeasureStanding, printedBases, type StoredRecord } from '@mase/workflow';
import { labelOf, stateLabels } from '@mase/workflow/words';
import { fieldsOf, type Papers, type StrandCase } from './papers.js';
import { previousDecisions } from './previous-decisions.js';
import { childrenNamed, sheetLinks } from './sheet-links.js';
import {
  caseFacts,
  codeWords,
  personFacts,
  placeFacts,
  priorityFrom,
  priorityWords,
  sheetFacts,
} from './strand-words.js';

/** The sheet of one person of concern or one place, as far as this reader reads the case. */
export function strandSheet(papers: Papers, item: AgendaItem, record: StrandCase): StrandSheet {
  const { standing, id, kind } = record;
  const whole = papers.reads(id, 'case');
  const besideChild = childrenNamed(papers, standing.aboutId).length > 0;
  return {
    item,
    reference: standing.reference,
    listed: listedWords(papers, record),
    priority: priorityWords(papers, record),
    priorityFrom: whole ? priorityFrom(papers, record) : [],
    facts: [
      ...sheetFacts(papers, record),
      ...(whole ? caseFacts(papers, record) : []),
      ...aboutFacts(papers, record),
    ],
    bases: printedBases(standing.bases, { besideChild }).map(({ code, on }) => ({
      basis: codeWords(code),
      on: papers.day(on),
    })),
    links: sheetLinks(papers, standing.aboutId),
    measures: measures(papers, standing.aboutId),
    previousDecisions: previousDecisions(papers, record),
    withheld: whole
      ? []
      : [
          `The case behind this sheet is left out: who owns it, how the priority came about${kind === 'personCase' ? ', investigation, release' : ''}. This reader has the sheet alone.`,
        ],
  };
}

function aboutFacts(papers: Papers, record: StrandCase) {
  return record.kind === 'personCase'
    ? [papers.aboutOf<Parameters<typeof personFacts>[1]>(record)].flatMap((one) =>
        one ? personFacts(papers, one) : [],
      )
    : [papers.aboutOf<Parameters<typeof placeFacts>[1]>(record)].flatMap((one) =>
        one ? placeFacts(papers, one) : [],
      );
}

/** Why the panel hears it, since when, and what was asked where the item asks otherwise. */
function listedWords(papers: Papers, { id, standing }: StrandCase): string | null {
  const { listing } = standing;
  if (!listing) return null;
  const { asked } = fieldsOf(papers.written(id, 'listing')[0]);
  return [`${codeWords(listing.basis)}, since ${papers.day(listing.at)}`, asked].filter(Boolean).join('. ');
}

type Measure = StoredRecord<MeasureStanding>;

/** What has been tried on the person or at the place, the newest first. */
function measures(papers: Papers, aboutId: string): SheetMeasure[] {
  return papers
    .all<Measure>('disruptionMeasure')
    .filter(({ standing }) => standing.personId === aboutId || standing.locationId === aboutId)
    .reverse()
    .map(({ state, standing }) => {
      const { granted, served, expiresOn, breaches, ended } = standing;
      const from = served?.on ?? granted?.on;
      const last = breaches.at(-1);
      return {
        what: codeOf(standing).title,
        state: ended ? endedWords(papers, ended) : (stateLabels[state as string] ?? labelOf(state as string)),
        dates: from
          ? `From ${papers.day(from)}${expiresOn ? `, in force to ${papers.day(expiresOn)}` : ''}`
          : null,
        breaches: last
          ? `${breaches.length === 1 ? '1 breach' : `${breaches.length} breaches`}, the last on ${papers.day(last)}`
          : null,
      };
    });
}

function endedWords(papers: Papers, { how, on }: NonNullable<MeasureStanding['ended']>): string {
  return `${labelOf(how)} on ${papers.day(on)}`;
}
