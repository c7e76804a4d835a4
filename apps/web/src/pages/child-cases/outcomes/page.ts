import { dateWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';
import { type OutcomesView, occasionWords, readOutcomes } from '../outcomes-view.js';

const left = 260;
const step = 90;
const rowHeight = 34;

/** Where the marks of a chart stand: a ring for the first rating, a disc for the latest, a line between. */
function chartOf({ scale, headings }: OutcomesView) {
  const x = (rating: number) => left + (rating - 1) * step;
  const rows = headings.flatMap(({ label, ratings, travelled }) => {
    const known = ratings.filter((one) => one !== null);
    const [first, last] = [known[0], known.at(-1)];
    if (first === undefined || last === undefined) return [];
    return [{ label, from: x(first), to: x(last), worse: (travelled ?? 0) < 0 }];
  });
  const height = 30 + rows.length * rowHeight;
  return {
    width: left + (scale.length - 1) * step + 60,
    height,
    ticks: scale.map(({ rating }) => ({ rating, x: x(rating), bottom: height - 4 })),
    rows: rows.map((row, index) => ({
      ...row,
      y: 44 + index * rowHeight,
      textY: 49 + index * rowHeight,
      textX: left - 24,
    })),
  };
}

/** How many steps, and which way, in words. */
function travelledWords(travelled: number | null): string {
  if (travelled === null) return 'Not rated twice yet';
  if (travelled === 0) return 'No change';
  const steps = Math.abs(travelled);
  return `${steps} ${steps === 1 ? 'step' : 'steps'} ${travelled > 0 ? 'better' : 'worse'}`;
}

/** How far a child has come under each heading: a chart, and the same as a table. */
export const page: Page = {
  id: 'child-cases/outcomes',
  url: '/child-cases/:id/outcomes',
  section: '/child-cases',

  async get(visit) {
    const view = await readOutcomes(visit);
    const labelAt = (rating: number | null) =>
      rating === null ? 'Not known' : `${rating}, ${view.scale[rating - 1]?.label.toLowerCase() ?? ''}`;
    return show({
      title: 'How far the child has come',
      back: { href: `/child-cases/${view.id}`, text: 'Back to the case' },
      model: {
        caption: `${view.reference}, ${view.name}`,
        rated: view.occasions.length > 0,
        chart: chartOf(view),
        scale: view.scale,
        occasions: view.occasions.map(({ occasion, happened, childPart }) => ({
          title: occasionWords[occasion] ?? occasion,
          day: dateWords(happened),
          childPart,
        })),
        rows: view.headings.map(({ label, says, ratings, travelled }) => ({
          label,
          says,
          cells: ratings.map(labelAt),
          travelled: travelledWords(travelled),
        })),
        rate: view.allowed.some(({ available }) => available)
          ? `/child-cases/${view.id}/rate-outcomes`
          : null,
      },
    });
  },
};
