import { linkAnswers, linkAnswerWords } from '@mase/workflow/words';
import { commandPage } from '../../../command-page.js';
import { linkSubject, section } from '../link.js';

/** Says what whoever works with a linked child does about the link. */
export const page = commandPage({
  command: 'links/acknowledge-link',
  section,
  opened: linkSubject,
  says: 'Say that you know of the link, and what you do about it. The intelligence desk, the police desk and those who oversee read it, and those who work with the child; of a link between two children only the desks and those who oversee. What the child needs is written in the plan.',
  asks: [
    {
      name: 'doing',
      label: 'What do you do about it?',
      called: 'what you do about it',
      kind: 'radios',
      options: linkAnswers.map((value) => ({ value, text: linkAnswerWords[value] })),
    },
    {
      name: 'words',
      label: 'In words',
      called: 'what you do, or why nothing',
      kind: 'text',
      hint: 'What is done, by whom and by when; or why nothing is',
    },
  ],
  done: 'You acknowledged the link.',
});
