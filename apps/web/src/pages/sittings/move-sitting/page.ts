import { localDay, timeWords } from '../../../date-words.js';
import { enter, enterDate, select } from '../../../error-words.js';
import { again, goTo, type Page, show } from '../../../page.js';
import { peopleOptions, readPeople } from '../../../people.js';
import { endOf } from '../schedule-sitting/end-of.js';
import { readSitting, sittingWords } from '../sitting.js';

/** Another time, place, link or chair for a sitting; everybody invited is told. */
export const page: Page = {
  id: 'sittings/move-sitting',
  url: '/sittings/:id/move-sitting',
  section: '/sittings',
  fields: {
    startsAt: enterDate('the date'),
    'startsAt-time': enter('the start time'),
    endsAt: enter('the end time'),
    place: enter('the place'),
    link: enter('the link'),
    chairId: select('the chair'),
    reason: enter('the reason'),
  },
  draft: (visit) => visit.params.id ?? '',

  async get(visit) {
    const [{ sitting, etag }, people] = await Promise.all([readSitting(visit), readPeople(visit)]);
    const [year, month, day] = localDay(sitting.startsAt).split('-').map(Number);
    const chairs = people.filter(({ roles }) =>
      roles.some((role) => role === 'chair' || role === 'deputy-chair'),
    );
    const href = `/sittings/${sitting.id}`;
    return show({
      title: 'Change time, place or chair',
      version: etag,
      back: { href },
      values: {
        'startsAt-day': String(day),
        'startsAt-month': String(month),
        'startsAt-year': String(year),
        'startsAt-time': timeWords(sitting.startsAt),
        endsAt: timeWords(sitting.endsAt),
        place: sitting.place,
        link: sitting.link ?? '',
        chairId: sitting.chairId,
      },
      model: {
        caption: sittingWords(sitting),
        cancel: href,
        issued: sitting.papersIssuedAt !== null,
        chairs: peopleOptions(chairs, 'Choose the chair'),
      },
    });
  },

  async post(visit) {
    if (!visit.typed('startsAt-time')) return again({ 'startsAt-time': 'Enter the start time, like 14:00' });
    if (!visit.typed('endsAt')) return again({ endsAt: 'Enter the end time, like 16:00' });
    const id = encodeURIComponent(visit.params.id ?? '');
    const body = {
      startsAt: visit.typedMoment('startsAt'),
      endsAt: endOf(visit),
      place: visit.typed('place'),
      link: visit.typed('link'),
      chairId: visit.typed('chairId'),
      reason: visit.typed('reason'),
    };
    await visit.send(
      `/api/v1/sittings/${id}/move-sitting`,
      Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)),
    );
    return goTo(
      `/sittings/${id}`,
      'The sitting is changed. Members are told; the new invitation replaces the old one in their calendars.',
    );
  },
};
