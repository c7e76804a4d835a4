import type { DocumentHead, SittingWords } from '@mase/documents';
import { roleWords } from './code-words.js';
import type { Papers } from './papers.js';

/**
 * Which of a sitting's papers: the whole pack, what of it is new or different, its agenda alone, its minutes, the letter
 * with the actions that it gave an agency, or the sheet of one item.
 */
export const paperKinds = ['pack', 'supplement', 'agenda', 'minutes', 'letter', 'extract'] as const;
export type PaperKind = (typeof paperKinds)[number];

/** The head of a document without its copy. */
export type PaperTitle = Omit<DocumentHead, 'copy'> & { recipient: string; role: string; agency: string };

const titles: { [kind in PaperKind]: string } = {
  pack: 'Papers',
  supplement: 'Supplementary papers',
  agenda: 'Agenda',
  minutes: 'Minutes',
  letter: 'Actions',
  extract: 'One item',
};

/** Title, marking and reader of a document. */
export function paperTitle(papers: Papers, kind: PaperKind): PaperTitle {
  const { recipient, profile } = papers.about;
  const { panel, startsAt } = papers.sitting.standing;
  return {
    title: `${titles[kind]}: ${panel}, ${papers.day(startsAt)}`,
    partnership: papers.found.partnership,
    marking: profile.protectiveMarking,
    recipient: recipient.name,
    role: roleWords(recipient.roles) ?? 'No role',
    agency: papers.agency(recipient.agencyId) ?? 'No agency',
  };
}

/** The sitting in words. */
export function sittingWords(papers: Papers): SittingWords {
  const { panel, startsAt, endsAt, place, link, chairId, chairName } = papers.sitting.standing;
  const chair = papers.user(chairId);
  const agency = chair && papers.agency(chair.agencyId);
  return {
    title: panel,
    date: papers.day(startsAt),
    starts: papers.time(startsAt),
    ends: papers.time(endsAt),
    place: place || null,
    link: link ?? null,
    chair: [chairName, agency].filter(Boolean).join(', '),
  };
}
