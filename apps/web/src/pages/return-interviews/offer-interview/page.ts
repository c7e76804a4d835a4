import { path } from '../../../api-client.js';
import { enter, enterDate, select } from '../../../error-words.js';
import { goTo, type Page, show } from '../../../page.js';
import { readList } from '../../../read-list.js';
import type { EpisodeLine } from '../../missing-episodes/episode.js';
import { absenceWords } from '../interview.js';

/** An absence that an interview may still answer: it is over, and none was held for it. */
const isOpen = ({ state, interview }: EpisodeLine): boolean =>
  state === 'over' && !interview?.outcome.startsWith('completed');

/** Offers a return home interview after one or several absences: who holds it, and whether that is somebody independent. */
export const page: Page = {
  id: 'return-interviews/offer-interview',
  url: '/return-interviews/offer-interview',
  section: '/missing-now',
  fields: {
    episodeIds: select('the absences that it answers'),
    by: enter('who holds it'),
    agency: enter('the agency'),
    independent: select('whether that is somebody independent'),
    whyNotIndependent: enter('why nobody independent could be had'),
    plannedFor: enterDate('the date and time for which it is planned'),
    words: enter('how it was offered'),
    happened: enterDate('the date and time when it was offered'),
  },
  draft: (visit) => visit.query.episode ?? '',

  async get(visit) {
    const id = visit.query.episode ?? '';
    const { body: episode } = await visit.read<EpisodeLine>(path`/api/v1/missing-episodes/${id}`);
    const { items } = await readList<EpisodeLine>(visit, '/api/v1/missing-episodes', {
      childId: episode.childId,
      limit: 100,
      after: undefined,
    });
    const typed = Object.values(visit.form).some(Boolean);
    return show({
      title: 'Offer a return home interview',
      back: { href: `/missing-episodes/${id}`, text: 'Back to the absence' },
      values: typed ? visit.form : { episodeIds: [id], childId: episode.childId },
      model: {
        caption: episode.childName,
        childId: episode.childId,
        absences: items
          .filter((one) => isOpen(one) || one.id === id)
          .slice(0, 8)
          .map((one) => ({ value: one.id, text: absenceWords(one) })),
        cancel: `/missing-episodes/${id}`,
      },
    });
  },

  async post(visit) {
    const independent = visit.typed('independent');
    const { body } = await visit.send<{ id: string }>('/api/v1/return-interviews/offer-interview', {
      childId: visit.typed('childId'),
      episodeIds: visit.typedList('episodeIds') ?? [],
      by: visit.typed('by'),
      agency: visit.typed('agency'),
      independent: independent === undefined ? undefined : independent === 'yes',
      whyNotIndependent: visit.typed('whyNotIndependent'),
      plannedFor: visit.typedMoment('plannedFor'),
      words: visit.typed('words'),
      happened: visit.typedMoment('happened'),
    });
    return goTo(`/return-interviews/${body.id}`, 'The offer is recorded.');
  },
};
