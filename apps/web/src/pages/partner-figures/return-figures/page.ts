import { bodyOf, commandPage, type PlainCommand } from '../../../command-page.js';
import { again } from '../../../page.js';
import { figuresPlace, figuresSubject, figuresTyped } from '../figures.js';

const asks: PlainCommand['asks'] = [
  {
    name: 'figures',
    label: 'The figures',
    called: 'the figures',
    kind: 'text',
    hint: 'A number after each colon. Write “kept back” in the place of a number from 1 to 4',
  },
  {
    name: 'source',
    label: 'Where do they come from?',
    called: 'where the figures come from',
    kind: 'line',
    hint: 'The agency’s own record, return or system',
  },
  {
    name: 'note',
    label: 'Commentary',
    called: 'the commentary',
    kind: 'text',
    hint: 'What the numbers mean; where a target is missed, why, and what is done about it. Optional where none is missed',
  },
];

/** Gives the figures that an agency is asked for, with its commentary. */
export const page = commandPage({
  command: 'partner-figures/return-figures',
  section: '/imports',
  opened: figuresSubject,
  says: 'Give counts only: no name, no number of a person, no address.',
  asks,
  place: figuresPlace,
  body: (visit) => {
    const { figures, unread } = figuresTyped(visit.typed('figures') ?? '');
    if (unread.length > 0)
      return again({
        figures: `Write line ${unread.join(', line ')} as what is counted, a colon, and a whole number`,
      });
    return { ...bodyOf(visit, asks), figures };
  },
  done: 'The figures are given.',
});
