import { leadOptions } from '../../../change-lead.js';
import { bodyOf } from '../../../command-page.js';
import { again } from '../../../page.js';
import { type NewEntry, registerForm } from '../../../register.js';
import { agencyOptions } from '../../../teams.js';
import { askedTyped } from '../figures.js';

const asks: NewEntry['asks'] = [
  { name: 'agencyId', label: 'Which agency is asked?', called: 'the agency', kind: 'select' },
  {
    name: 'leadId',
    label: 'Who there gives them?',
    called: 'who gives them',
    kind: 'select',
    hint: 'Somebody of the agency, or whoever gives figures on behalf of any',
  },
  {
    name: 'period',
    label: 'Which period?',
    called: 'the period',
    kind: 'line',
    hint: '2026-Q4 for October to December; 2026; or 2025-26 from April to March',
  },
  {
    name: 'measure',
    label: 'What is the return about?',
    called: 'what the return is about',
    kind: 'line',
    hint: 'The same words each time: what was given before is then shown beside it',
  },
  {
    name: 'lines',
    label: 'What is counted?',
    called: 'what is counted',
    kind: 'text',
    hint: 'One on each line. With a target: a colon, and “at least 40” or “at most 5”',
  },
  { name: 'due', label: 'By when?', called: 'the day', kind: 'date' },
];

/** Asks an agency for figures of a period, with targets, by a day. */
export const page = registerForm(
  {
    topic: 'partner-figures',
    title: 'Figures of partners',
    section: '/imports',
    begin: { verb: 'ask-figures' },
  },
  {
    says: 'Whoever is asked gets a message, and has it in the list of work until the day.',
    asks,
    options: async (visit) => ({
      agencyId: await agencyOptions(visit),
      leadId: await leadOptions(visit, 'Choose who gives them'),
    }),
    body: async (visit) => {
      const { lines, unread } = askedTyped(visit.typed('lines') ?? '');
      if (unread.length > 0)
        return again({
          lines: `Write line ${unread.join(', line ')} as what is counted, a colon, and “at least” or “at most” with a whole number`,
        });
      return { ...bodyOf(visit, asks), lines };
    },
    done: 'The agency is asked.',
  },
);
