import { labelOf, stateLabels } from '@mase/workflow/words';
import { distanceWords, momentWords, plannedWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';
import { placeOf } from '../../../place-of.js';
import { type ListPage, readList } from '../../../read-list.js';
import { sectionsFor } from '../../../sections.js';
import type { Visit } from '../../../visit.js';
import { cautionTag } from '../../caution-lines.js';
import { gradeName } from '../../child-cases/code-words.js';

/** A line of somebody's work, as the api lists it. */
interface QueueLine {
  recordId: string;
  kind: string;
  due: string;
  step: string;
  label: string;
  title: string;
  reference: string | null;
  grade: string | null;
  phase: string;
  principal: string;
  overdue: boolean;
  heldFor: { id: string; name: string } | null;
  /** Whom contact cautions stop that stand beside the child’s name. */
  cautions: string[];
}

/** A part that the reader fills for another, or on the duty rota. */
interface Post {
  role: { name: string };
  until: string | null;
  standsInFor: { id: string; name: string } | null;
}

const postWords = ({ role, until, standsInFor }: Post) => ({
  text: `${standsInFor ? `You stand in for ${standsInFor.name} (${role.name})` : `You are on duty: ${role.name}`} ${until ? `until ${momentWords(until)}` : 'until the work is given to somebody'}.`,
  href: standsInFor ? `/?of=${standsInFor.id}` : null,
});

const steps: Record<string, string> = {
  'approve-closure': 'A closure waits for approval',
  'add-item': 'Waits for an agenda',
  'next-step': 'Has no next step: set one',
};

function line(item: QueueLine) {
  const { step, label, grade, kind, recordId, phase, due } = item;
  return {
    ...item,
    label: steps[step] ?? (label === step ? labelOf(step) : label),
    href: placeOf(kind, recordId),
    grade: grade && { code: grade, text: gradeName(grade) },
    state: stateLabels[phase] ?? '',
    cautioned: cautionTag(item.cautions),
    distance: distanceWords(due),
    mine: item.principal.startsWith('user:') && item.heldFor === null,
    heldFor: item.heldFor?.name ?? null,
  };
}

interface SittingLine {
  id: string;
  state: string;
  panel: string;
  startsAt: string;
  items: number;
}

const toCome = ['scheduled', 'agendaOpen', 'papersIssued', 'inSession', 'minutesDrafted']
  .map((state) => `phase=${state}`)
  .join('&');

/** The sittings to come and at work, soonest first, for whoever the navigation leads to them. */
async function sittingsFor(visit: Visit) {
  const leads = visit.who && sectionsFor(visit.who).some(({ href }) => href === '/sittings');
  if (!leads || visit.query.after) return [];
  const { items } = await readList<SittingLine>(visit, `/api/v1/sittings?${toCome}`, { limit: 100 });
  return items
    .sort((one, other) => one.startsAt.localeCompare(other.startsAt))
    .slice(0, 3)
    .map(({ id, state, panel, startsAt, items: count }) => ({
      href: `/sittings/${id}`,
      panel,
      when: plannedWords(startsAt),
      about: `${stateLabels[state] ?? state}, ${count} ${count === 1 ? 'item' : 'items'}`,
    }));
}

/** What is due later than this is folded together at the end, so that a year's plans do not stand before this week's work. */
const farOffMs = 42 * 86_400_000;

/** One page of what waits, with the parts that the reader fills for others. */
interface Work extends ListPage<QueueLine> {
  posts?: Post[];
}

/** The page at the root: what waits for whoever is signed in, soonest first, so that no case goes silent. */
export const page: Page = {
  id: 'start/open',
  url: '/',
  section: '/',

  async get(visit) {
    const { of } = visit.query;
    const [{ items, next, posts }, sittings] = await Promise.all([
      readList<QueueLine>(visit, '/api/v1/work-queue', { of }) as Promise<Work>,
      sittingsFor(visit),
    ]);
    const lines = items.map(line);
    const far = new Date(Date.now() + farOffMs).toISOString();
    const isLater = ({ due }: { due: string }) => due > far;
    return show({
      title: 'Your work',
      model: {
        name: visit.who?.name ?? null,
        overdue: lines.filter(({ overdue }) => overdue),
        ahead: lines.filter((one) => !one.overdue && !isLater(one)),
        later: lines.filter(isLater),
        empty: lines.length === 0,
        sittings,
        posts: (posts ?? []).map(postWords),
        narrowed: of !== undefined,
        isFurther: Boolean(visit.query.after),
        next: next && `/?${new URLSearchParams({ after: next, ...(of ? { of } : {}) })}`,
      },
    });
  },
};
