import { momentWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';

interface SilentCase {
  id: string;
  kind: string;
  topic: string;
  reference: string | null;
  since: string;
  lacks: { code: string; words: string }[];
  opens: boolean;
}

const strands: { [kind: string]: string } = {
  childCase: 'Child',
  personCase: 'Person of concern',
  locationCase: 'Place',
};

/** Open cases that nobody would be told of or find, for the chair and those who oversee. */
export const page: Page = {
  id: 'silent-cases/list',
  url: '/silent-cases',
  section: '/sittings',

  async get(visit) {
    const { body } = await visit.read<{ items: SilentCase[] }>('/api/v1/silent-cases');
    return show({
      title: 'Cases that nobody holds',
      model: {
        lines: body.items.map(({ id, kind, topic, reference, since, lacks, opens }) => ({
          reference: reference ?? 'without a reference',
          href: opens ? `/${topic}/${id}` : null,
          strand: strands[kind] ?? kind,
          since: momentWords(since),
          lacks: lacks.map(({ words }) => words),
        })),
      },
    });
  },
};
