import { stateLabels } from '@mase/workflow/words';
import { dateWords, localDay, timeWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';
import { readList } from '../../../read-list.js';
import { type MonthDay, monthOf, monthsOn, weeksOf } from '../month-days.js';

interface SittingLine {
  id: string;
  state: string;
  panel: string;
  startsAt: string;
  place: string;
}

/** So many sittings of a month are shown: three panels that sit every working day have fewer. */
const most = 100;

const monthWords = (first: string): string => dateWords(first).replace(/^\w+ \d+ /, '');

const linkTo = (first: string) => ({
  href: `/sittings/month?month=${first.slice(0, 7)}`,
  text: monthWords(first),
});

function lineOf({ id, panel, startsAt, place, state }: SittingLine) {
  return {
    href: `/sittings/${id}`,
    time: timeWords(startsAt),
    panel,
    place,
    off: state === 'cancelled' ? (stateLabels.cancelled ?? 'Cancelled') : null,
  };
}

/** The sittings of one month on a grid of its days, as a calendar on the wall has them. */
export const page: Page = {
  id: 'sittings/month',
  url: '/sittings/month',
  section: '/sittings',

  async get(visit) {
    const today = localDay(new Date().toISOString());
    const first = monthOf(visit.query.month, today);
    const { items } = await readList<SittingLine>(visit, '/api/v1/sittings', {
      after: undefined,
      before: monthsOn(first, 1),
      limit: most,
    });
    const own = items.filter(({ startsAt }) => localDay(startsAt) >= first);
    const soonest = [...own].sort((one, other) => one.startsAt.localeCompare(other.startsAt));
    const cell = (one: MonthDay) => ({
      ...one,
      isToday: one.date === today,
      words: dateWords(one.date),
      sittings: one.inMonth
        ? soonest.filter(({ startsAt }) => localDay(startsAt) === one.date).map(lineOf)
        : [],
    });
    return show({
      title: `Sittings in ${monthWords(first)}`,
      back: { href: '/sittings', text: 'Sittings' },
      model: {
        weeks: weeksOf(first).map((week) => week.map(cell)),
        count: own.length,
        before: linkTo(monthsOn(first, -1)),
        after: linkTo(monthsOn(first, 1)),
        days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
      },
    });
  },
};
