import { findingHeadings } from '@mase/workflow/words';
import { missingFor } from '../../../allowed.js';
import { path } from '../../../api-client.js';
import { enter, enterDate, select } from '../../../error-words.js';
import { goTo, type Page, show } from '../../../page.js';
import { readList } from '../../../read-list.js';
import type { EpisodeLine } from '../../missing-episodes/episode.js';
import {
  absenceWords,
  findingText,
  headingWords,
  offerFacts,
  ratingWords,
  readInterview,
} from '../interview.js';

const command = 'return-interviews/record-interview';
const headings = Object.entries(findingHeadings);

/** Records what a young person said after coming back: findings by code, what was learnt, and their own words apart. */
export const page: Page = {
  id: command,
  url: '/return-interviews/:id/record-interview',
  section: '/missing-now',
  fields: {
    happened: enterDate('the date and time when it was held'),
    where: enter('where it was held'),
    seenAlone: select('whether the young person was seen alone'),
    ...Object.fromEntries(headings.map(([heading]) => [`findings-${heading}`, select('what was found')])),
    findings: select('what was found'),
    words: enter('what was learnt'),
    ownRating: select('the young person’s own rating'),
    ownWords: enter('the young person’s own words'),
    alsoEpisodeIds: select('further absences'),
  },
  draft: (visit) => visit.params.id ?? '',

  async get(visit) {
    const { view, etag } = await readInterview(visit);
    const { items } = await readList<EpisodeLine>(visit, '/api/v1/missing-episodes', {
      childId: view.childId,
      limit: 100,
      after: undefined,
    });
    const missing = missingFor(view.allowed, command);
    const href = `/return-interviews/${view.id}`;
    return show({
      title: 'Record the return home interview',
      version: etag,
      back: { href, text: 'Back to the interview' },
      model: {
        caption: view.childName,
        facts: offerFacts(view),
        blocked: missing.length > 0 && { missing, href },
        answered: items.filter(({ id }) => view.episodeIds.includes(id)).map(absenceWords),
        others: items
          .filter((one) => one.state === 'over' && !view.episodeIds.includes(one.id))
          .filter((one) => !one.interview?.outcome.startsWith('completed'))
          .slice(0, 6)
          .map((one) => ({ value: one.id, text: absenceWords(one) })),
        headings: headings.map(([heading, codes]) => ({
          name: `findings-${heading}`,
          title: headingWords[heading],
          items: codes.map((code) => ({
            value: `${heading}:${code}`,
            text: findingText(`${heading}:${code}`),
          })),
        })),
        ratings: [1, 2, 3, 4, 5].map((rating) => ({ value: String(rating), text: ratingWords(rating) })),
        cancel: href,
      },
    });
  },

  async post(visit) {
    const id = visit.params.id ?? '';
    const alone = visit.typed('seenAlone');
    const rating = visit.typed('ownRating');
    await visit.send(path`/api/v1/return-interviews/${id}/record-interview`, {
      happened: visit.typedMoment('happened'),
      where: visit.typed('where'),
      seenAlone: alone === undefined ? undefined : alone === 'yes',
      findings: headings.flatMap(([heading]) => visit.typedList(`findings-${heading}`) ?? []),
      words: visit.typed('words'),
      ownRating: rating === undefined ? undefined : Number(rating),
      ownWords: visit.typed('ownWords'),
      alsoEpisodeIds: visit.typedList('alsoEpisodeIds'),
    });
    return goTo(
      `/return-interviews/${id}`,
      'The interview is recorded, and each absence is measured by its own hours.',
    );
  },
};
