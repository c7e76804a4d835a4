import { leadOptions } from '../../../change-lead.js';
import { registerForm } from '../../../register.js';
import { agencyOptions } from '../../../teams.js';
import { standards } from '../standard.js';

/** Adds a standard that one agency is held to. */
export const page = registerForm(standards, {
  says: 'A standard is judged agency by agency: add it for each that is held to it.',
  asks: [
    { name: 'number', label: 'Number', called: 'the number', kind: 'line', hint: 'For example 4.2' },
    { name: 'title', label: 'The standard in a few words', called: 'the standard', kind: 'line' },
    {
      name: 'asks',
      label: 'What does it ask for?',
      called: 'what it asks for',
      kind: 'text',
      hint: 'And where it comes from',
    },
    { name: 'agencyId', label: 'Which agency?', called: 'the agency', kind: 'select' },
    { name: 'leadId', label: 'Who leads it?', called: 'who leads it', kind: 'select' },
    {
      name: 'due',
      label: 'By when is it judged first?',
      called: 'the day by which it is judged',
      kind: 'date',
    },
  ],
  options: async (visit) => ({ agencyId: await agencyOptions(visit), leadId: await leadOptions(visit) }),
  done: 'The standard is added.',
});
