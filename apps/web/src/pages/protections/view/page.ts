import { path } from '../../../api-client.js';
import { dateWords, dueWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';
import { type Ended, endingWords, measureTag } from '../../disruption-measures/measure.js';

interface ProtectionView {
  childId: string;
  title: string;
  state: string;
  breachIs: string;
  since: string | null;
  lastDay: string | null;
  withoutGround: boolean;
  ended: Ended | null;
  written: { id: string; happened: string; body: { conditions?: string } }[];
}

const noGround =
  'By what is now known, the child’s age and legal status gave this notice no ground. Its owner looks at it again.';

/** What a measure is to a child whom it protects: what it asks and until when; never on whom it is. */
export const page: Page = {
  id: 'protections/view',
  url: '/protections/:id',
  section: '/children',

  async get(visit) {
    const { body } = await visit.read<ProtectionView>(path`/api/v1/protections/${visit.params.id ?? ''}`);
    const { title, since, lastDay, withoutGround, ended, state, breachIs, written } = body;
    return show({
      title,
      back: { href: `/children/${body.childId}`, text: 'The child' },
      model: {
        tag: measureTag({ state, ended }),
        facts: [
          { key: 'In force since', text: since ? dateWords(since) : 'Not in force yet' },
          ...(lastDay ? [{ key: 'Last day', text: ended ? dateWords(lastDay) : dueWords(lastDay) }] : []),
          ...(withoutGround ? [{ key: 'No ground', text: noGround }] : []),
          ...(ended ? [{ key: 'How it ended', text: endingWords(ended) }] : []),
          { key: 'A breach is', text: breachIs },
        ],
        asks: written.map((row) => ({ when: dateWords(row.happened), words: row.body.conditions ?? '' })),
      },
    });
  },
};
