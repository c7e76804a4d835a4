import type { Recorded, SheetFact } from '@mase/documents';
import {
  isChildOn,
  type LocationStanding,
  type PersonStanding,
  priorityOf,
  regionsOfStrand,
  type StoredRecord,
} from '@mase/workflow';
import { labelOf, stateLabels, strandTitles } from '@mase/workflow/words';
import type { Papers, StrandCase } from './papers.js';

/** A code of a person or a place as it is printed. */
export const codeWords = (code: string): string => strandTitles[code] ?? labelOf(code);

const told = (label: string, words: Recorded): SheetFact => ({ label, words });

/** How soon something is to be done: as the rule comes to, or as an officer judged instead. */
export function priorityWords(papers: Papers, { standing }: StrandCase): string {
  const { priority, computed, override } = reckoned(papers, standing);
  const words = codeWords(priority);
  return override
    ? `${words}: an officer judged so; the rule comes to ${codeWords(computed).toLowerCase()}`
    : words;
}

function reckoned(papers: Papers, standing: StrandCase['standing']) {
  return priorityOf(standing, papers.today, papers.about.profile.priority);
}

/** What the priority is made of. How long ago is left to the dates of the bases: it would be another word each day. */
export function priorityFrom(papers: Papers, { standing }: StrandCase): string[] {
  const { children = [] } = reckoned(papers, standing).explanation;
  return children.map(({ code, label, value, weight = 0 }) => {
    const words = typeof value === 'string' ? codeWords(value).toLowerCase() : String(value);
    return `${label}${code === 'recency' ? '' : `: ${words}`} (adds ${weight})`;
  });
}

/** What whoever reads the sheet is told, of either strand. */
export function sheetFacts(papers: Papers, record: StrandCase): SheetFact[] {
  const { standing, kind } = record;
  const { work } = regionsOfStrand(record);
  const isChild = kind === 'personCase' && isChildOn(standing, papers.today);
  return [
    told('Where it stands', stateLabels[work] ?? codeWords(work)),
    ...(kind === 'personCase' ? [told('Status', codeWords(standing.status))] : []),
    ...(isChild ? [told('Is a child', 'Yes: the person’s own safety is part of every decision')] : []),
    told('Linked children', String(standing.counts.linkedChildren)),
  ];
}

/** What whoever reads the whole case is told besides. */
export function caseFacts(papers: Papers, { standing }: StrandCase): SheetFact[] {
  const { officerId, gravity, childAccess, handling, necessityAt, suspension, investigation } = standing;
  return [
    told('Owner', papers.user(officerId)?.name ?? 'The intelligence desk'),
    told('How serious', codeWords(gravity)),
    told('Access to children', codeWords(childAccess)),
    told('Handling', codeWords(handling)),
    told('Necessity last judged', necessityAt && papers.day(necessityAt)),
    ...(suspension
      ? [
          told('Suspended', `${codeWords(suspension.reason)}, since ${papers.day(suspension.at)}`),
          told('Expected release or return', suspension.releaseOn && papers.day(suspension.releaseOn)),
        ]
      : []),
    ...(investigation
      ? [told('Investigation', `${codeWords(investigation.stage)}, ${papers.day(investigation.at)}`)]
      : []),
    ...(investigation?.bailUntil ? [told('Bail until', papers.day(investigation.bailUntil))] : []),
  ];
}

/** Who the person is, as far as it helps to know whom the panel speaks of. */
export function personFacts(papers: Papers, { standing }: StoredRecord<PersonStanding>): SheetFact[] {
  const { aliases, birthDate, age, positionOfTrust } = standing;
  return [
    ...(aliases.length > 0 ? [told('Also known as', aliases.join(', '))] : []),
    told('Born', birthDate ? papers.day(birthDate) : age && ageWords(papers, age)),
    told('Position of trust', positionOfTrust && codeWords(positionOfTrust)),
  ];
}

function ageWords(papers: Papers, { from, to, on }: NonNullable<PersonStanding['age']>): string {
  return `Thought to be ${to === null ? `${from} or older` : `${from} to ${to}`} on ${papers.day(on)}`;
}

/** What and where a place is, who is responsible, and what can be done there. */
export function placeFacts(papers: Papers, { standing }: StoredRecord<LocationStanding>): SheetFact[] {
  const { aliases, kind, address, postcode, handle, manager, licence, regulator, levers, prevention } =
    standing;
  const given = Object.entries(prevention).map(
    ([what, { times, lastOn }]) => `${codeWords(what)}: ${times}, last on ${papers.day(lastOn)}`,
  );
  return [
    ...(aliases.length > 0 ? [told('Also known as', aliases.join(', '))] : []),
    told('Kind', kind && codeWords(kind)),
    ...(handle ? [told('Where online', handle)] : []),
    told('Address', [address, postcode].filter(Boolean).join(', ') || null),
    told('Who is responsible', manager),
    told('Licence', licence),
    told('Regulator', regulator),
    told('Levers', levers.map(codeWords).join('; ') || null),
    told('Training and briefings', given.join('; ') || null),
  ];
}
