import { commandPage } from '../../../command-page.js';
import { sectionsFor } from '../agenda-times.js';
import { readSitting, sittingSubject } from '../sitting.js';

/** Puts a theme on the agenda: a free subject with papers of its own. */
export const page = commandPage({
  command: 'sittings/add-subject',
  title: 'Add a theme',
  section: '/sittings',
  opened: async (visit) => {
    const [subject, { sitting }] = await Promise.all([sittingSubject(visit), readSitting(visit)]);
    const late = sitting.papersIssuedAt !== null;
    return {
      ...subject,
      options: { section: sectionsFor(sitting, 'theme') },
      values: { section: 'theme', minutes: '5' },
      hints: { lateReason: late ? 'The papers are out: the chair admits a late item with a reason.' : '' },
    };
  },
  says: 'A theme is about no one case. Everybody at the table reads its title and its papers: name nobody in them.',
  asks: [
    { name: 'title', label: 'What is the theme?', called: 'the theme', kind: 'line' },
    {
      name: 'asked',
      label: 'What is asked of the panel?',
      called: 'what is asked of the panel',
      kind: 'text',
    },
    {
      name: 'words',
      label: 'Papers of its own (optional)',
      called: 'the papers',
      kind: 'text',
      hint: 'Printed with the item as they stand here',
    },
    { name: 'section', label: 'Section', called: 'the section', kind: 'select', options: [] },
    { name: 'minutes', label: 'Minutes', called: 'the minutes', kind: 'line' },
    {
      name: 'lateReason',
      label: 'Why is it late? (only once the papers are out)',
      called: 'why it is late',
      kind: 'text',
    },
  ],
  body: (visit) => ({
    subject: 'theme',
    title: visit.typed('title'),
    asked: visit.typed('asked'),
    words: visit.typed('words'),
    section: visit.typed('section'),
    minutes: Number(visit.typed('minutes') ?? 5),
    lateReason: visit.typed('lateReason'),
  }),
  done: 'The theme is on the agenda.',
});
