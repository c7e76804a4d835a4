import { dateWords } from '../../../date-words.js';
import { enterDate } from '../../../error-words.js';
import { isRealDay } from '../../../form-values.js';
import { again, goTo, type Page, show } from '../../../page.js';
import { peopleOptions, readPeople } from '../../../people.js';
import { hoursWords, readRota, type Shift, spanWords, whoFits } from '../rota.js';
import { daysOf, holderOf, nextMonday, usualShift } from '../week.js';

/** A whole week at once: who has the usual shift of each day. */
export const page: Page = {
  id: 'duty-rotas/enter-week',
  url: '/duty-rotas/:id/enter-week',
  section: '/',
  fields: { weekFrom: enterDate('the first day of the week') },

  async get(visit) {
    const [rota, people] = await Promise.all([readRota(visit), readPeople(visit)]);
    const weekFrom = isRealDay(visit.query.week) ? visit.query.week : nextMonday(new Date());
    if (!rota) return goTo('/duty-rotas');
    const days = daysOf(weekFrom);
    const [before, after] = [-7, 7].map((step) =>
      new Date(Date.parse(weekFrom) + step * 86_400_000).toISOString().slice(0, 10),
    );
    return show({
      title: 'Enter a week',
      version: `"${rota.version}"`,
      back: { href: '/duty-rotas' },
      values: {
        weekFrom,
        ...Object.fromEntries(days.map((day, index) => [`day-${index}`, holderOf(day, rota)])),
      },
      model: {
        caption: rota.name,
        about: hoursWords(rota),
        weekFrom,
        week: dateWords(`${weekFrom}T12:00:00Z`),
        people: peopleOptions(whoFits(people, rota), 'Nobody'),
        earlier: `/duty-rotas/${rota.id}/enter-week?week=${before}`,
        later: `/duty-rotas/${rota.id}/enter-week?week=${after}`,
        days: days.map((day, index) => ({
          name: `day-${index}`,
          day: dateWords(`${day}T12:00:00Z`),
          span: spanWords(usualShift(day, rota)),
        })),
      },
    });
  },

  async post(visit) {
    const rota = await readRota(visit);
    const weekFrom = visit.typed('weekFrom');
    if (!rota || !isRealDay(weekFrom)) return again({ weekFrom: 'Open the week again' });
    const shifts = daysOf(weekFrom).flatMap((day, index): Shift[] => {
      const userId = visit.typed(`day-${index}`);
      return userId ? [{ userId, ...usualShift(day, rota) }] : [];
    });
    const id = encodeURIComponent(rota.id);
    await visit.send(`/api/v1/duty-rotas/${id}/enter-week`, { weekFrom, shifts });
    return goTo('/duty-rotas', 'The week is entered. Everybody on it is told.');
  },
};
