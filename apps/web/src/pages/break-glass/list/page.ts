import { momentWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';
import { readList } from '../../../read-list.js';
import { beforeWords, type GlassLine, openWords, reviewWords } from '../glass.js';

/** Records that were opened in an emergency: those that wait for review first, soonest due first. */
export const page: Page = {
  id: 'break-glass/list',
  url: '/break-glass',
  section: '/break-glass',

  async get(visit) {
    const { items } = await readList<GlassLine>(visit, '/api/v1/break-glass');
    const lines = items.map((one) => ({
      href: `/break-glass/${one.id}`,
      who: one.askedByName,
      when: momentWords(one.openedAt),
      reference: one.reference,
      reason: one.reason,
      access: openWords(one),
      before: beforeWords(one),
      often: (one.timesBefore ?? 0) + (one.triesBefore ?? 0) > 0,
      review: reviewWords(one),
      due: one.reviewDue,
    }));
    const waiting = lines
      .filter(({ due }) => due)
      .sort((one, other) => ((one.due ?? '') < (other.due ?? '') ? -1 : 1));
    return show({
      title: 'Opened in an emergency',
      model: {
        waiting: waiting.length,
        lines: visit.query.sort ? lines : [...waiting, ...lines.filter(({ due }) => !due)],
      },
    });
  },
};
