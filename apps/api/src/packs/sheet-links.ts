import type { SheetLink } from '@mase/documents';
import {
  gradeWords,
  idAt,
  isRecord,
  type LinkEnd,
  type LinkStanding,
  linkKinds,
  nodeOf,
  type StoredRecord,
  shownIdentifier,
} from '@mase/workflow';
import { fieldsOf, type Papers } from './papers.js';

type Link = StoredRecord<LinkStanding>;
type Graded = Link & { standing: { grade: NonNullable<LinkStanding['grade']> } };

/** What a link is looked at from: a record by its id, or an end of it. */
type About = string | LinkEnd;

const isAbout = (end: LinkEnd, about: About): boolean =>
  typeof about === 'string' ? isRecord(end) && end.id === about : nodeOf(end) === nodeOf(about);

/** The links of a child, a person, a place or an identifier that may be printed: graded by police, and standing. */
export function linksOf(papers: Papers, about: About): Graded[] {
  const at = ({ from, to }: LinkStanding) => [from, to].some((end: LinkEnd) => isAbout(end, about));
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

/** The links of a child, a person, a place or an identifier as a sheet prints them, with their grades; with some children alone where those are named. */
export function sheetLinks(papers: Papers, about: About, children?: readonly string[]): SheetLink[] {
  const isMeant = (end: LinkEnd) => !children || (end.kind === 'child' && children.includes(idAt(end) ?? ''));
  const links = linksOf(papers, about).filter(({ standing }) => isMeant(otherEnd(standing, about)));
  return links.map((link) => {
    const { standing, id } = link;
    const { kind, firstOn, lastOn, grade } = standing;
    return {
      other: endWords(papers, otherEnd(standing, about)),
      how: linkKinds[kind].words,
      between: firstOn === lastOn ? papers.day(firstOn) : `${papers.day(firstOn)} to ${papers.day(lastOn)}`,
      grade: gradeWords(grade),
      told: fieldsOf(papers.written(id, 'link-told')[0]).words ?? null,
    };
  });
}

function otherEnd({ from, to }: LinkStanding, about: About): LinkEnd {
  return isAbout(from, about) ? to : from;
}

const unnamed = {
  child: 'A child whom this copy does not name',
  person: 'A person whom this copy does not name',
  location: 'A place that this copy does not name',
};

/** A record is called by the name that the copy may print: of a person who is a child none but by the chair's decision. */
export function endWords(papers: Papers, end: LinkEnd): string {
  if (!isRecord(end)) return shownIdentifier(end);
  return papers.nameOfEnd(end.id) ?? unnamed[end.kind];
}
