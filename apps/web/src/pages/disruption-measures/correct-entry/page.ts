import { commandPage } from '../../../command-page.js';
import { dateWords } from '../../../date-words.js';
import { measureFacts, readMeasure, section } from '../measure.js';
import { writtenWords } from '../written-words.js';

/** Entries that follow from others are not set right by hand. */
const reckoned = ['measure-reckoned', 'measure-withdrawn'];

/** Sets an entry of a measure right: it stays, marked wrong, with what is right in its place. */
export const page = commandPage({
  command: 'disruption-measures/correct-entry',
  section,
  opened: async (visit) => {
    const { measure, etag } = await readMeasure(visit);
    const entries = measure.written.filter(({ kind, wrong }) => !wrong && !reckoned.includes(kind));
    return {
      href: `${section}/${measure.id}`,
      caption: measure.title,
      version: etag,
      allowed: measure.allowed,
      facts: measureFacts(measure),
      options: {
        rowId: entries.map((row) => ({
          value: row.id,
          text: `${writtenWords(row).what}, ${dateWords(row.happened)}`,
        })),
      },
    };
  },
  says: 'The entry stays to be read, marked wrong, and what you write stands in its place. To take back a breach that never was, choose it and write nothing.',
  asks: [
    { name: 'rowId', label: 'Which entry is wrong?', called: 'the entry', kind: 'radios' },
    {
      name: 'words',
      label: 'What is right?',
      called: 'what is right',
      kind: 'text',
      hint: 'Of a grant or variation: what it asks. Of a breach: what was done.',
    },
    {
      name: 'lastDay',
      label: 'The right last day (optional)',
      called: 'the last day',
      kind: 'date',
      hint: 'Only of the latest grant, service or variation. The warning before it is reckoned anew.',
    },
    { name: 'reason', label: 'Why was it wrong?', called: 'why it was wrong', kind: 'text' },
  ],
  done: 'The entry is set right.',
});
