import { preventions } from '@mase/workflow/words';
import { bodyOf, commandPage } from '../../../command-page.js';
import { codeWords } from '../../../strand.js';
import { recordSubject } from '../../../strand-record.js';

const asks: Parameters<typeof commandPage>[0]['asks'] = [
  {
    name: 'kind',
    label: 'What took place?',
    called: 'what took place',
    kind: 'radios',
    options: preventions.map((value) => ({ value, text: codeWords(value) })),
  },
  { name: 'on', label: 'When?', called: 'the day', kind: 'date' },
  { name: 'audience', label: 'For whom?', called: 'for whom', kind: 'line' },
  {
    name: 'attended',
    label: 'How many were there?',
    called: 'how many',
    kind: 'line',
    hint: 'A number, or blank',
  },
  { name: 'words', label: 'What was said or found?', called: 'what was said', kind: 'text' },
];

/** Records training, a briefing, a visit or a test at a place. */
export const page = commandPage({
  command: 'locations/record-prevention',
  section: '/location-cases',
  opened: async (visit) => {
    const { view: _view, ...subject } = await recordSubject(visit, 'locations');
    return subject;
  },
  says: 'How often people there were trained, briefed or visited, and when last, stands on the place’s page.',
  asks,
  done: 'It is recorded.',
  body: (visit) => {
    const { attended, ...body } = bodyOf(visit, asks);
    const count = typeof attended === 'string' && /^\d+$/.test(attended) ? Number(attended) : attended;
    return count === undefined ? body : { ...body, attended: count };
  },
});
