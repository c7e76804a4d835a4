import { enter, select } from '../../../error-words.js';
import type { Visit } from '../../../visit.js';
import { casePage } from '../case-page.js';
import { occasionWords, readOutcomes } from '../outcomes-view.js';

const prefix = 'ratings-';
const evidence = '-evidence';
const unknown = 'not-known';

/** What was chosen for each heading of the form; a heading without a choice is left out, and asked for. */
function ratingsOf(visit: Visit): object[] {
  const headings = Object.keys(visit.form).filter(
    (name) => name.startsWith(prefix) && !name.endsWith(evidence),
  );
  return headings.flatMap((name) => {
    const chosen = visit.typed(name);
    if (chosen === undefined) return [];
    const rating = chosen === unknown ? null : Number(chosen);
    return [{ heading: name.slice(prefix.length), rating, evidence: visit.typed(`${name}${evidence}`) }];
  });
}

function ownOf(visit: Visit): object[] | undefined {
  const label = visit.typed('own-label');
  const rating = visit.typed('own-rating');
  return label && rating ? [{ label, rating: Number(rating) }] : undefined;
}

/** Rates the outcomes of a child, each beside what it was last time. */
export const page = casePage({
  verb: 'rate-outcomes',
  fields: {
    occasion: select('what the rating is for'),
    ratings: select('how it stands'),
    own: select('how the child’s own heading stands'),
    childPart: enter('how the child took part'),
  },
  place: (pointer) => {
    const [, list, heading, field] = pointer.split('/');
    if (list !== 'ratings' || !heading || /^\d+$/.test(heading)) return undefined;
    return `${prefix}${heading}${field === 'evidence' ? evidence : ''}`;
  },
  model: async (_, visit) => {
    const { scale, occasions, headings } = await readOutcomes(visit);
    const steps = scale.map(({ rating, label }) => ({ value: String(rating), text: `${rating}. ${label}` }));
    const last = (ratings: (number | null)[]) => {
      const rating = ratings.filter((one) => one !== null).at(-1);
      return rating === undefined ? '' : ` Last time: ${rating}, ${scale[rating - 1]?.label ?? ''}.`;
    };
    const first = occasions.length === 0;
    return {
      headings: headings
        .filter(({ heading }) => !heading.startsWith('own: '))
        .map(({ heading, label, says, ratings }) => ({
          name: `${prefix}${heading}`,
          evidence: `${prefix}${heading}${evidence}`,
          label,
          hint: `${says}.${last(ratings)}`,
        })),
      steps: [{ value: '', text: 'Choose' }, ...steps, { value: unknown, text: 'Nobody can say yet' }],
      ownSteps: [{ value: '', text: 'Choose' }, ...steps],
      own: headings.filter(({ heading }) => heading.startsWith('own: ')).map(({ label }) => label),
      occasions: (first ? ['first'] : ['review', 'last']).map((value) => ({
        value,
        text: occasionWords[value],
        ...(value === 'last' ? { hint: { text: 'Before the case closes' } } : {}),
      })),
      first,
    };
  },
  body: (visit) => ({
    occasion: visit.typed('occasion'),
    ratings: ratingsOf(visit),
    own: ownOf(visit),
    childPart: visit.typed('childPart'),
  }),
  done: 'The outcomes are rated.',
  leadsTo: (visit) => `/child-cases/${encodeURIComponent(visit.params.id ?? '')}/outcomes`,
});
