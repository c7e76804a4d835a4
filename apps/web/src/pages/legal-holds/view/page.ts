import { canDo } from '../../../allowed.js';
import { dateWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';
import { coversWords, holdFacts, holdTag, readHold } from '../hold.js';

const heard: Record<string, string> = {
  'hold-placed': 'Placed',
  'hold-reviewed': 'Reviewed',
  'hold-lifted': 'Lifted',
};

/** One legal hold: what it covers, why, and what was said when it was placed, reviewed and lifted. */
export const page: Page = {
  id: 'legal-holds/view',
  url: '/legal-holds/:id',
  section: '/disposals',

  async get(visit) {
    const { hold } = await readHold(visit);
    const href = `/legal-holds/${hold.id}`;
    const steps = [
      { verb: 'review-hold', text: 'Review the hold' },
      { verb: 'lift-hold', text: 'Lift the hold' },
    ];
    return show({
      title: 'Legal hold',
      back: { href: '/legal-holds', text: 'Legal holds' },
      model: {
        caption: coversWords(hold),
        tag: holdTag(hold.state),
        facts: holdFacts(hold),
        childHref: hold.childId ? `/children/${hold.childId}` : null,
        said: hold.written.map((one) => ({
          what: heard[one.kind] ?? one.kind,
          when: dateWords(one.happened),
          by: one.body.by ?? '',
          words: one.body.words ?? '',
        })),
        steps: steps
          .filter(({ verb }) => canDo(hold.allowed, `legal-holds/${verb}`))
          .map(({ verb, text }) => ({ href: `${href}/${verb}`, text })),
      },
    });
  },
};
