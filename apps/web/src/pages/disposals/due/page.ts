import { dateWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';
import { readList } from '../../../read-list.js';
import { type About, type KeptBy, ruleWords, whyWords } from '../disposal.js';

type DueLine = About & { closedAt: string; keptUntil: string; rule: string; why: KeptBy[] };

/** Closed cases that their rule keeps no longer, each with why this date. */
export const page: Page = {
  id: 'disposals/due',
  url: '/disposals/due',
  section: '/disposals',

  async get(visit) {
    const { items, next } = await readList<DueLine>(visit, '/api/v1/disposals/due-for-review');
    const proposes = (visit.who?.roles ?? []).includes('information-governance');
    const lines = items.map((one) => ({
      href: `/child-cases/${one.id}`,
      name: one.title,
      reference: one.reference ?? '',
      closed: dateWords(one.closedAt),
      until: dateWords(one.keptUntil),
      rule: ruleWords(one.rule),
      why: whyWords(one.why),
      propose: proposes ? `/disposals/propose-disposal?case=${one.id}` : null,
    }));
    return show({
      title: 'Cases due for disposal review',
      back: { href: '/disposals', text: 'Disposals' },
      model: { lines, next },
    });
  },
};
