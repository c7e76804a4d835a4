import { standardRatings } from '@mase/workflow/words';
import { commandPage } from '../../../command-page.js';
import { choices, quality, registerSubject } from '../../../register.js';
import { ratingWords, standards } from '../standard.js';

/** Judges how far an agency meets a standard, on what evidence. */
export const page = commandPage({
  command: 'quality-standards/judge-standard',
  section: quality,
  opened: registerSubject(standards),
  says: 'Earlier judgements stay with their evidence. Name nobody.',
  asks: [
    {
      name: 'rating',
      label: 'How far is it met?',
      called: 'how far it is met',
      kind: 'radios',
      options: choices(standardRatings, ratingWords),
    },
    { name: 'evidence', label: 'On what evidence?', called: 'the evidence', kind: 'text' },
    { name: 'on', label: 'Day of the judgement', called: 'the day of the judgement', kind: 'date' },
    {
      name: 'due',
      label: 'By when is it judged again?',
      called: 'the day by which it is judged again',
      kind: 'date',
    },
  ],
  done: 'The judgement is recorded.',
});
