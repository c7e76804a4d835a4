import { labelOf } from '@mase/workflow/words';
import { type Page, show } from '../../../page.js';

interface Compared {
  id: string;
  reference: string;
  part: string;
  kind: string;
  what: string;
  ownerName: string;
  due: string | null;
  aim: string | null;
}

interface SimilarView {
  items: { why: string[]; words: string[]; one: Compared; other: Compared }[];
  more: boolean;
}

const whyWords: Record<string, string> = {
  'same-child': 'the same child',
  'same-aim': 'the same person or place',
  'same-kind': 'the same kind of action',
  'same-words': 'the same words',
};

const line = ({ id, reference, what, ownerName, kind }: Compared) => ({
  href: `/plan-actions/${id}`,
  what,
  about: `${reference}. ${ownerName}. ${labelOf(kind)}`,
});

/** Actions that look the same across plans, with why: one of each pair may be superseded by the other. */
export const page: Page = {
  id: 'plan-actions/similar',
  url: '/plan-actions/similar',
  section: '/plan-actions',

  async get(visit) {
    const { body } = await visit.read<SimilarView>('/api/v1/plan-actions/similar');
    return show({
      title: 'Actions that look the same',
      back: { href: '/plan-actions', text: 'Your actions' },
      model: {
        pairs: body.items.map(({ why, words, one, other }) => ({
          why: why.map((reason) => whyWords[reason] ?? reason).join(', '),
          words: words.join(', '),
          both: [line(one), line(other)],
        })),
        more: body.more,
      },
    });
  },
};
