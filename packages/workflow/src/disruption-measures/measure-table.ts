import { type MeasureCode, type MeasureSpan, measureCodes } from './measure-codes.js';

/** Who answers for a measure, in words. */
export const measureOwnerWords: Record<MeasureCode['owner'], string> = {
  police: 'police',
  'local-authority': 'local authority',
  licensing: 'licensing authority',
  prosecutor: 'Crown Prosecution Service',
  court: 'court, on application',
  'fire-and-rescue': 'fire and rescue',
  'first-responder': 'a first responder',
  'other-regulator': 'another regulator',
};

const span = ({ amount, unit }: MeasureSpan) => `${amount} ${amount === 1 ? unit.slice(0, -1) : unit}`;

/** How long a measure lasts by law, in words; a dash where the law sets nothing. */
export function lengthWords({ least, most }: Pick<MeasureCode, 'least' | 'most'>): string {
  const words = [...(least ? [`at least ${span(least)}`] : []), ...(most ? [`at most ${span(most)}`] : [])];
  return words.join(', ') || '–';
}

/** The days of its law, in words. */
export function lawWords({ from, until, proposed }: MeasureCode): string {
  if (proposed) return 'proposed';
  if (!from) return 'no statute';
  return until ? `${from} to ${until}` : `from ${from}`;
}

/** The list of measures as the lines of a table, the headings first. */
export function measureTable(codes: readonly MeasureCode[] = measureCodes): string[][] {
  const heads = ['Code', 'Measure', 'Law', 'In force', 'Owner', 'Bears on', 'Length', 'A breach'];
  return [
    heads,
    ...codes.map((one) => [
      one.code,
      one.title,
      [one.statute, ...(one.section === '–' ? [] : [one.section])].join(', '),
      lawWords(one),
      measureOwnerWords[one.owner],
      one.strands.join(', '),
      lengthWords(one),
      one.breach,
    ]),
  ];
}
