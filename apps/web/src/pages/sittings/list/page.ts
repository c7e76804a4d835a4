import { stateLabels } from '@mase/workflow/words';
import { momentWords, plannedWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';
import { readList } from '../../../read-list.js';
import { looksAtJudgements } from '../../../sections.js';
import type { SittingView } from '../sitting.js';

/** A sitting as a line of the list: its items are counted. */
type SittingLine = Omit<SittingView, 'items'> & { items: number };

const over = ['minutesAgreed', 'cancelled'];

/** The sittings of the partnership's panels: those to come or at work first, soonest first, then those that are over. */
export const page: Page = {
  id: 'sittings/list',
  url: '/sittings',
  section: '/sittings',

  async get(visit) {
    const { items, next } = await readList<SittingLine>(visit, '/api/v1/sittings');
    const lines = items.map((one) => ({
      href: `/sittings/${one.id}`,
      panel: one.panel,
      startsAt: one.startsAt,
      place: one.place,
      chair: one.chairName,
      items: one.items,
      state: stateLabels[one.state] ?? one.state,
      live: one.state === 'inSession',
      over: over.includes(one.state),
      when: over.includes(one.state) ? momentWords(one.startsAt) : plannedWords(one.startsAt),
    }));
    const coming = lines.filter((one) => !one.over);
    coming.sort((one, other) => one.startsAt.localeCompare(other.startsAt));
    const past = lines.filter((one) => one.over);
    past.sort((one, other) => other.startsAt.localeCompare(one.startsAt));
    const groups = [
      { heading: 'To come and at work', none: 'No sitting is scheduled.', lines: coming },
      { heading: 'Over', none: 'No sitting is over yet.', lines: past },
    ];
    const roles = visit.who?.roles ?? [];
    const mayPlan = roles.some((role) => ['coordinator', 'chair', 'deputy-chair'].includes(role));
    return show({
      title: 'Sittings',
      model: { groups, mayPlan, next, judges: looksAtJudgements({ roles }) },
    });
  },
};
