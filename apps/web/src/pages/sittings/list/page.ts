import { stateLabels } from '@mase/workflow/words';
import { momentWords, plannedWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';
import { type ListPage, readList } from '../../../read-list.js';
import { givesFiguresAlone, looksAtJudgements, looksForSilentCases } from '../../../sections.js';
import type { Visit } from '../../../visit.js';
import type { SittingView } from '../sitting.js';

/** A sitting as a line of the list: its items are counted. */
type SittingLine = Omit<SittingView, 'items'> & { items: number };

const toCome = ['scheduled', 'agendaOpen', 'papersIssued', 'inSession', 'minutesDrafted'];
const over = ['minutesAgreed', 'cancelled'];
const phases = (states: string[]) => states.map((state) => `phase=${state}`).join('&');
const planners = ['coordinator', 'chair', 'deputy-chair'];

const month = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', month: 'long', year: 'numeric' });

function lineOf(one: SittingLine) {
  const isOver = over.includes(one.state);
  return {
    href: `/sittings/${one.id}`,
    panel: one.panel,
    startsAt: one.startsAt,
    place: one.place,
    chair: one.chairName,
    items: one.items,
    state: stateLabels[one.state] ?? one.state,
    live: one.state === 'inSession',
    when: isOver ? momentWords(one.startsAt) : plannedWords(one.startsAt),
  };
}

type Line = ReturnType<typeof lineOf>;

/** Sittings to come month by month, the soonest first, as a wall calendar has them. */
function byMonth(lines: Line[]): { heading: string; none: string; lines: Line[] }[] {
  const soonest = [...lines].sort((one, other) => one.startsAt.localeCompare(other.startsAt));
  const groups = new Map<string, Line[]>();
  for (const line of soonest) {
    const heading = month.format(new Date(line.startsAt));
    groups.set(heading, [...(groups.get(heading) ?? []), line]);
  }
  if (groups.size === 0) return [{ heading: 'To come', none: 'No sitting is scheduled.', lines: [] }];
  return [...groups].map(([heading, own]) => ({ heading, none: '', lines: own }));
}

type Pages = [coming: ListPage<SittingLine>, past: ListPage<SittingLine>];
const none: ListPage<SittingLine> = { items: [], next: null };

/** The sittings of one state, which the page asks for by its filter. */
async function oneState(visit: Visit, state: string): Promise<Pages> {
  const found = await readList<SittingLine>(visit, '/api/v1/sittings');
  return over.includes(state) ? [none, found] : [found, none];
}

/** Those to come whole, and a page of those that are over. */
const allStates = (visit: Visit): Promise<Pages> =>
  Promise.all([
    readList<SittingLine>(visit, `/api/v1/sittings?${phases(toCome)}`, { after: undefined, limit: 100 }),
    readList<SittingLine>(visit, `/api/v1/sittings?${phases(over)}`),
  ]);

/** The sittings of the partnership's panels: those to come or at work by month, soonest first, then those that are over. */
export const page: Page = {
  id: 'sittings/list',
  url: '/sittings',
  section: '/sittings',

  async get(visit) {
    const chosen = [...toCome, ...over].find((state) => state === visit.query.phase);
    const [coming, past] = chosen ? await oneState(visit, chosen) : await allStates(visit);
    const roles = visit.who?.roles ?? [];
    return show({
      title: 'Sittings',
      model: {
        groups: [
          ...byMonth(coming.items.map(lineOf)),
          { heading: 'Over', none: 'No sitting is over yet.', lines: past.items.map(lineOf) },
        ],
        mayPlan: roles.some((role) => planners.includes(role)),
        judges: looksAtJudgements({ roles }),
        listens: looksForSilentCases({ roles }),
        givesFigures: givesFiguresAlone({ roles }),
      },
    });
  },
};
