import { commandPage } from '../../../command-page.js';
import { partWords, reportSubject } from '../report.js';

/** Writes the sanitised text in parts, by who may read each, with what was submitted above it. */
export const page = commandPage({
  command: 'intelligence/sanitise',
  section: '/intelligence',
  opened: reportSubject,
  says: 'Take out whatever could show where it came from: names, times, places that few people knew. Write only the parts that are needed; a part that is written again replaces the one before, and whoever was given it is told to destroy what they have.',
  asks: [
    { name: 'safety', label: `${partWords.safety} (optional)`, called: 'the text', kind: 'text' },
    { name: 'disruption', label: `${partWords.disruption} (optional)`, called: 'the text', kind: 'text' },
    { name: 'sheet', label: `${partWords.sheet} (optional)`, called: 'the text', kind: 'text' },
    {
      name: 'consulted',
      label: 'Under condition S2: who is the originator, and what did they agree to?',
      called: 'who was consulted',
      kind: 'line',
    },
  ],
  done: 'The sanitised text is written. Nobody outside the desk reads a part before it is given to them.',
});
