import { leadOptions } from '../../../change-lead.js';
import { commandPage } from '../../../command-page.js';
import { figuresSubject } from '../figures.js';

/** Reminds whoever is asked for figures; sets another day, or asks somebody else, where that is needed. */
export const page = commandPage({
  command: 'partner-figures/chase-figures',
  section: '/imports',
  opened: async (visit) => {
    const [subject, people] = await Promise.all([
      figuresSubject(visit),
      leadOptions(visit, 'The same as now'),
    ]);
    return { ...subject, options: { leadId: people } };
  },
  says: 'Whoever is asked gets a message. The first day stays beside a new one.',
  asks: [
    { name: 'words', label: 'What do you say?', called: 'what you say', kind: 'text' },
    { name: 'due', label: 'Another day? (optional)', called: 'the day', kind: 'date' },
    { name: 'leadId', label: 'Is somebody else asked? (optional)', called: 'who is asked', kind: 'select' },
  ],
  done: 'They are chased.',
});
