import { labelOf, seriesDays, seriesPlaces } from '@mase/workflow/words';
import { enter, enterDate, select } from '../../../error-words.js';
import { again, goTo, type Page, show } from '../../../page.js';
import { readPanel } from '../panel.js';
import { seriesAddress, seriesFaults, tomorrow } from '../series-form.js';

const steps = [
  { value: 'month', text: 'Each month' },
  { value: 'weeks', text: 'Every so many weeks' },
  { value: 'quarter', text: 'Every third month' },
];

/** The rule by which a panel sits; the next page shows every day that it gives before anything is scheduled. */
export const page: Page = {
  id: 'panels/series',
  url: '/panels/:id/series',
  section: '/sittings',
  fields: {
    every: select('how often it sits'),
    weeks: enter('every how many weeks'),
    nth: select('which day of the month'),
    weekday: select('the day of the week'),
    startTime: enter('the start time'),
    minutes: enter('how long a sitting is'),
    from: enterDate('the first day'),
    until: enterDate('the last day'),
  },
  draft: (visit) => visit.params.id ?? '',

  async get(visit) {
    const { panel } = await readPanel(visit);
    const { series } = panel;
    const from = panel.plannedUntil ?? tomorrow(new Date(), 1);
    const until = tomorrow(new Date(`${from}T12:00:00Z`), 365);
    const day = (name: string, date: string) => {
      const [year, month, number] = date.split('-').map(Number);
      return { [`${name}-day`]: `${number}`, [`${name}-month`]: `${month}`, [`${name}-year`]: `${year}` };
    };
    return show({
      title: 'Plan sittings by a rule',
      back: { href: `/panels/${panel.id}` },
      values: {
        every: series?.every ?? 'month',
        weeks: String(series?.weeks ?? 2),
        nth: series?.nth ?? 'first',
        weekday: series?.weekday ?? 'thursday',
        startTime: series?.startTime ?? '10:00',
        minutes: String(series?.minutes ?? panel.minutes),
        ...day('from', from),
        ...day('until', until),
      },
      model: {
        caption: panel.name,
        cancel: `/panels/${panel.id}`,
        steps,
        places: seriesPlaces.map((value) => ({ value, text: labelOf(value) })),
        days: seriesDays.map((value) => ({ value, text: labelOf(value) })),
      },
    });
  },

  async post(visit) {
    const faults = seriesFaults(visit);
    if (Object.keys(faults).length > 0) return again(faults);
    return goTo(seriesAddress(visit));
  },
};
