import { registerSummary } from '../../../register.js';

const by = (heading: string) => ({ heading, first: 'Agency', words: (agency: string) => agency });

/** Figures that agencies were asked for, of periods that end within some days: late, waited for, received and when. */
export const page = registerSummary(
  { topic: 'partner-figures', title: 'Figures of partners', section: '/imports' },
  {
    late: by('Late: asked for, and the day is over'),
    waiting: by('Expected: asked for, and the day lies ahead'),
    received: by('Received by the day that was set first'),
    'received-late': by('Received after that day'),
  },
);
