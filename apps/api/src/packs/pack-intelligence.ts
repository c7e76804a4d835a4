import type { IntelligenceLine } from '@mase/documents';
import { listWords } from '@mase/documents';
import {
  gradeWords,
  handlingCodes,
  handlingConditions,
  type IntelligenceStanding,
  isCovert,
  type StoredRecord,
  shownByItem,
} from '@mase/workflow';
import type { NumberedItem } from './agenda-parts.js';
import { fieldsOf, type Papers } from './papers.js';
import { madeOf } from './provenance.js';

type Report = StoredRecord<IntelligenceStanding>;
type Grade = NonNullable<IntelligenceStanding['grade']>;

/** Reports about those on the agenda whose part for the panel was disseminated, and that this reader was given. */
function reportsFor(papers: Papers, items: readonly NumberedItem[]): Report[] {
  const about = new Set(items.flatMap(({ record }) => (record ? [shownByItem(record.standing)] : [])));
  return papers
    .all<Report>('intelligence')
    .filter(
      ({ id, standing }) =>
        standing.grade !== null &&
        standing.ended === null &&
        standing.recipients.some(({ parts }) => parts.includes('sheet')) &&
        standing.subjectIds.some((one) => about.has(one)) &&
        papers.reads(id, 'sheet'),
    );
}

/** What stands under these conditions is read on the screen and never on paper. */
const isUnprinted = ({ standing }: Report): boolean => isCovert(standing.grade?.conditions ?? []);

/**
 * Sanitised intelligence as it is printed for this reader, with its grade; never a word that was not sanitised. Where
 * `between` is given, only what was written then.
 */
export function packIntelligence(
  papers: Papers,
  items: readonly NumberedItem[],
  between: (at: string) => boolean = () => true,
): IntelligenceLine[] {
  return reportsFor(papers, items)
    .filter((one) => !isUnprinted(one))
    .flatMap((report) => {
      const row = papers.written(report.id, 'intelligence-part').find((one) => one.class === 'sheet');
      const { text } = fieldsOf(row);
      const grade = report.standing.grade as Grade;
      if (!row || !text || !between(row.at)) return [];
      return [
        madeOf<IntelligenceLine>(
          {
            reference: report.standing.reference,
            items: itemsWords(papers, report, items),
            grade: gradeWords(grade),
            handling: handlingWords(grade),
            words: text,
          },
          `Report ${report.standing.reference}`,
          [report.id],
        ),
      ];
    });
}

/** The reports of which a paper prints a part, by their ids. */
export function reportsIn(papers: Papers, content: { intelligence?: readonly IntelligenceLine[] }): string[] {
  const printed = new Set(content.intelligence?.map(({ reference }) => reference));
  return papers
    .all<Report>('intelligence')
    .flatMap(({ id, standing }) => (printed.has(standing.reference) ? [id] : []));
}

/** What of it is left out though this reader knows of it: what is for covert use alone. */
export function intelligenceWithheld(papers: Papers, items: readonly NumberedItem[]): string[] {
  const references = reportsFor(papers, items)
    .filter(isUnprinted)
    .map(({ standing }) => standing.reference);
  if (references.length === 0) return [];
  return [
    `Intelligence that is for covert use alone is never printed: this reader finds ${listWords(references)} on the screen.`,
  ];
}

/** Which records a report names is for the desk: to everybody else it bears on the agenda, and its words say how. */
function itemsWords(papers: Papers, { id, standing }: Report, items: readonly NumberedItem[]): string {
  if (!papers.reads(id, 'unsanitised')) return 'This agenda';
  const numbers = items.flatMap(({ item, record }) =>
    record && standing.subjectIds.includes(shownByItem(record.standing)) ? [String(item.number)] : [],
  );
  return `Item${numbers.length > 1 ? 's' : ''} ${listWords(numbers)}`;
}

function handlingWords({ handling, conditions }: Grade): string {
  return [handlingCodes[handling], ...conditions.map((one) => handlingConditions[one])].join('; ');
}
