import { labelOf } from '@mase/workflow/words';
import { canDo } from '../../../allowed.js';
import { momentWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';
import { withDates } from '../../../why-dates.js';
import { dangerWords, matchFacts, matchTag, matchWords, readMatch, sideWords } from '../match.js';

const topic = 'identifier-matches';

/** One match: what two records share, and what was decided. */
export const page: Page = {
  id: `${topic}/view`,
  url: `/${topic}/:id`,
  section: '/intelligence',

  async get(visit) {
    const { view } = await readMatch(visit);
    const decides = canDo(view.allowed, `${topic}/decide-match`);
    return show({
      title: matchWords(view),
      back: { href: `/${topic}`, text: 'Matches to decide' },
      model: {
        tag: matchTag(view),
        danger: dangerWords(view, decides),
        ...withDates(matchFacts(view), view),
        own: sideWords(view.own, ''),
        other: sideWords(view.other, ''),
        said: view.written.map(({ body, happened }) => ({
          what: body.decision ? labelOf(String(body.decision)) : 'Over before it was decided',
          when: momentWords(happened),
          by: String(body.by ?? ''),
          reasons: String(body.reasons ?? ''),
          lead: typeof body.lead === 'string' ? body.lead : null,
        })),
        decide: decides ? `/${topic}/${view.id}/decide-match` : null,
      },
    });
  },
};
