import type { SheetLink } from '@mase/documents';
import {
  gradeWords,
  isRecord,
  type LinkEnd,
  type LinkStanding,
  linkKinds,
  type StoredRecord,
  shownIdentifier,
} from '@mase/workflow';
import { fieldsOf, type Papers } from './papers.js';

type Link = StoredRecord<LinkStanding>;
type Graded = Link & { standing: { grade: NonNullable<LinkStanding['grade']> } };

/** The links of a child, a person or a place that may be printed: graded by police, and standing. */
export function linksOf(papers: Papers, aboutId: string): Graded[] {
  const at = ({ from, to }: LinkStanding) =>
    [from, to].some((end: LinkEnd) => isRecord(end) && end.id === aboutId);
  return papers
    .all<Link>('link')
    .filter(
      (one): one is Graded => one.standing.grade !== null && one.standing.ended === null && at(one.standing),
    )
    .filter((one) => papers.reads(one.id, 'safety', 'case'));
}

/** The ids of the children at the other ends of these links whose names this reader may know. */
export function childrenNamed(papers: Papers, aboutId: string): string[] {
  return linksOf(papers, aboutId)
    .map(({ standing }) => otherEnd(standing, aboutId))
    .flatMap((end) => (end.kind === 'child' && papers.nameOfEnd(end.id) ? [end.id] : []));
}

/** The links of a child, a person or a place as its sheet prints them, with their grades. */
export function sheetLinks(papers: Papers, aboutId: string): SheetLink[] {
  return linksOf(papers, aboutId).map((link) => {
    const { standing, id } = link;
    const { kind, firstOn, lastOn, grade } = standing;
    return {
      other: endWords(papers, otherEnd(standing, aboutId)),
      how: linkKinds[kind].words,
      between: firstOn === lastOn ? papers.day(firstOn) : `${papers.day(firstOn)} to ${papers.day(lastOn)}`,
      grade: gradeWords(grade),
      told: fieldsOf(papers.written(id, 'link-told')[0]).words ?? null,
    };
  });
}

function otherEnd({ from, to }: LinkStanding, aboutId: string): LinkEnd {
  return isRecord(from) && from.id === aboutId ? to : from;
}

const unnamed = {
  child: 'A child whom this copy does not name',
  person: 'A person whom this copy does not name',
  location: 'A place that this copy does not name',
};

/** A record is called by the name that the copy may print: of a person who is a child none but by the chair's decision. */
function endWords(papers: Papers, end: LinkEnd): string {
  if (!isRecord(end)) return shownIdentifier(end);
  return papers.nameOfEnd(end.id) ?? unnamed[end.kind];
}
