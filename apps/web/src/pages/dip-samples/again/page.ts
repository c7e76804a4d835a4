import { path } from '../../../api-client.js';
import { type Page, show } from '../../../page.js';
import { quality, readEntry } from '../../../register.js';
import { samples } from '../sample.js';

const words: Record<string, string> = {
  same: 'The same seed drew the same cases again, from the same number of cases, at the same seal of the books.',
  differs:
    'The books at that seal do not give the same cases any more. This comes about only where a case that could be drawn was restricted or disposed of since.',
  'not-sealed': 'Nothing was sealed when it was drawn: the books of that moment cannot be read again.',
};

/** Draws a sample again and says whether it comes out the same. */
export const page: Page = {
  id: 'dip-samples/again',
  url: '/dip-samples/:id/again',
  section: quality,

  async get(visit) {
    const id = visit.params.id ?? '';
    const { view } = await readEntry(visit, samples);
    const { body } = await visit.read<{ result: string }>(path`/api/v1/dip-samples/${id}/again`);
    return show({
      title: 'Drawn again',
      back: { href: `/dip-samples/${view.id}`, text: 'Back to the sample' },
      model: { caption: view.title, says: words[body.result] ?? '' },
    });
  },
};
