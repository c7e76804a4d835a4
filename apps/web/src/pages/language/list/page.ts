import { lexicons } from '@mase/workflow/words';
import { dateWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';

const overseers = ['coordinator', 'chair', 'deputy-chair', 'auditor'];

/** The words that are pointed out, why, what could be said, and those about which people of the field differ. */
export const page: Page = {
  id: 'language/list',
  url: '/language',

  async get({ who }) {
    const lexicon = lexicons.at(-1);
    const lines = (lexicon?.terms ?? []).map(({ id, label, why, say, source, weight }) => ({
      id,
      label,
      why,
      say,
      source: lexicon?.sources[source] ?? source,
      contested: weight === 'contested',
    }));
    return show({
      title: 'Words about children',
      model: {
        overseen: (who?.roles ?? []).some((role) => overseers.includes(role)),
        version: lexicon?.version ?? 1,
        from: lexicon ? dateWords(lexicon.from) : '',
        avoided: lines.filter(({ contested }) => !contested),
        contested: lines.filter(({ contested }) => contested),
      },
    });
  },
};
