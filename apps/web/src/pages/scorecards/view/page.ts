import { scorecardNames } from '@mase/workflow/words';
import { usualPeriods } from '../../../asked-days.js';
import { dateWords, momentWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';
import { keptOf, scorecardAsked } from '../asked.js';

interface Value {
  n: number | null;
  of: number | null;
  value: string | null;
}
interface Compared {
  period: Value;
  comparison: Value | null;
  variation: string | null;
}
/** How many times as likely children of the group are in the cohort as others, with its 95 % confidence interval. */
interface Risk {
  value: string | null;
  low: string | null;
  high: string | null;
}
interface Figure extends Compared {
  id: string;
  name: string;
  definition: string;
  unit: 'number' | 'percent' | 'average';
  numerator: string;
  denominator: string | null;
  owner: string;
  lines: (Compared & { part: string; label: string; risk?: Risk })[];
  leads: boolean;
}
interface Scorecard {
  name: string;
  source: string;
  from: string;
  to: string;
  compareFrom: string;
  compareTo: string;
  knownAt: string;
  entries: number | null;
  compareKnown: { knownAt: string; isAlike: boolean; isWithin: boolean } | null;
  figures: Figure[];
  definitions: string[];
}

function valueWords({ n, of, value }: Value, unit: Figure['unit']): string {
  if (unit === 'number') return value ?? 'kept back';
  if (n === null || of === null) return 'kept back';
  return `${value === null ? '–' : `${value}${unit === 'percent' ? '%' : ''}`} (${n} of ${of})`;
}

const changeWords = (variation: string | null, unit: Figure['unit']): string =>
  variation === null ? '–' : `${variation}${unit === 'percent' ? ' points' : '%'}`;

const cells = ({ period, comparison, variation }: Compared, unit: Figure['unit']): string[] => [
  valueWords(period, unit),
  comparison ? valueWords(comparison, unit) : '–',
  changeWords(variation, unit),
];

function riskWords(risk: Risk | undefined): string {
  if (!risk) return '–';
  return `${risk.value ?? '–'} (${risk.low === null ? 'no interval' : `${risk.low} to ${risk.high}`})`;
}

/** How long the days beside were known, in one sentence; the definitions say the rest. */
function besideWords({ compareKnown }: Scorecard): string {
  if (!compareKnown) return '';
  const { knownAt, isAlike, isWithin } = compareKnown;
  if (isAlike && isWithin)
    return `The days beside as they were known at ${momentWords(knownAt)}, as far into them as these are known into theirs.`;
  if (isAlike)
    return `The days beside as they were known at ${momentWords(knownAt)}, as long after their last day.`;
  return isWithin
    ? 'The days beside as they are known at the same time, which is not as far into them as into these: what that means for a change is said below.'
    : 'The days beside as they are known at the same time, which is not as long after their last day: what that means for a change is said below.';
}

const heads = ['These days', 'Beside', 'Change'];

/** One scorecard of any period beside another, each figure with its definition and what it is of, and the way to its records. */
export const page: Page = {
  id: 'scorecards/view',
  url: '/scorecards',
  section: '/scorecards',

  async get(visit) {
    const asked = scorecardAsked(visit);
    const { body } = await visit.read<Scorecard>('/api/v1/scorecard', asked);
    const records = (figure: Figure, part?: string) =>
      `/scorecards/records?${new URLSearchParams({ ...asked, figure: figure.id, ...(part === undefined ? {} : { part }) })}`;
    const leads = (figure: Figure, one: Compared) => figure.leads && (one.period.n ?? 0) > 0;
    const file = `/scorecards.csv?${new URLSearchParams(asked)}`;
    return show({
      title: `Scorecard: ${body.name}`,
      model: {
        ...asked,
        asAt: asked.asAt ?? '',
        periods: usualPeriods('/scorecards', keptOf(asked)),
        choices: Object.entries(scorecardNames).map(([value, text]) => ({
          ...{ value, text, selected: value === asked.scorecard },
        })),
        about: `${dateWords(body.from)} to ${dateWords(body.to)}, beside ${dateWords(body.compareFrom)} to ${dateWords(body.compareTo)}`,
        beside: besideWords(body),
        known:
          body.entries === null
            ? 'As it is known now.'
            : `As it was known at ${momentWords(body.knownAt)}: nothing that was recorded, corrected or withdrawn later changes it, and what was restricted since is left out.`,
        file,
        outside: `${file}&for=outside`,
        figures: body.figures.map((figure) => ({
          label: figure.name,
          href: leads(figure, figure) ? records(figure) : null,
          definition: `${figure.definition} Counted: ${figure.numerator}${figure.denominator ? `, of ${figure.denominator}` : ''}. Answers for it: ${figure.owner}.`,
          cells: cells(figure, figure.unit),
        })),
        groups: body.figures
          .filter(({ lines }) => lines.length > 0)
          .map((figure) => ({ figure, hasRisk: figure.lines.some(({ risk }) => risk) }))
          .map(({ figure, hasRisk }) => ({
            name: figure.name,
            heads: hasRisk ? [...heads, 'Relative risk (95%)'] : heads,
            lines: figure.lines.map((line) => ({
              label: line.label,
              href: leads(figure, line) ? records(figure, line.part) : null,
              definition: null,
              cells: [...cells(line, figure.unit), ...(hasRisk ? [riskWords(line.risk)] : [])],
            })),
            sums: [...cells(figure, figure.unit), ...(hasRisk ? ['–'] : [])],
          })),
        source: body.source,
        definitions: body.definitions,
      },
    });
  },
};
