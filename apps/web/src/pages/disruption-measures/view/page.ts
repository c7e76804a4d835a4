import { commandLabels } from '@mase/workflow/words';
import { canDo } from '../../../allowed.js';
import { dateWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';
import { withDates } from '../../../why-dates.js';
import { cawnWords, measureFacts, measureTag, readMeasure, section } from '../measure.js';
import { writtenWords } from '../written-words.js';

const verbs = [
  ...['apply-for-measure', 'grant-measure', 'serve-measure', 'record-breach', 'review-measure'],
  ...['vary-measure', 'discharge-measure', 'refuse-measure', 'drop-measure', 'allocate-measure'],
  ...['correct-entry', 'withdraw-measure'],
];

/** One measure: what it asks, until when, what it stands on, and what came of it. */
export const page: Page = {
  id: 'disruption-measures/view',
  url: '/disruption-measures/:id',
  section,

  async get(visit) {
    const { measure } = await readMeasure(visit);
    const href = `${section}/${measure.id}`;
    const about = measure.personId ?? measure.locationId;
    return show({
      title: measure.title,
      back: { href: section, text: 'Measures' },
      model: {
        tag: measureTag(measure),
        closed: measure.handling === 'C',
        ...withDates(measureFacts(measure), measure),
        cawn: cawnWords(measure.cawn),
        breaches: measure.breaches.map((on) => dateWords(on)),
        tried: about ? `${section}/tried?about=${encodeURIComponent(about)}` : null,
        children: measure.protects.map(({ childId, name }) => ({ href: `/children/${childId}`, name })),
        said: measure.written.map((row) => writtenWords(row)),
        steps: verbs
          .filter((verb) => canDo(measure.allowed, `disruption-measures/${verb}`))
          .map((verb) => ({ href: `${href}/${verb}`, text: commandLabels[`disruption-measures/${verb}`] })),
      },
    });
  },
};
