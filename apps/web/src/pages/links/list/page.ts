import { type Page, show } from '../../../page.js';
import { readList } from '../../../read-list.js';
import { type LinkLine, linkCard, section } from '../link.js';

const byDue = (one: LinkLine, other: LinkLine) =>
  (one.reviewDue ?? '9').localeCompare(other.reviewDue ?? '9');

const shown: Record<string, { text: string; phase?: string; which: (link: LinkLine) => boolean }> = {
  'to-grade': { text: 'To grade', phase: 'current', which: ({ graded }) => !graded },
  'review-due': {
    text: 'Review due',
    phase: 'current',
    which: ({ graded, reviewDue }) => graded && reviewDue !== null && new Date(reviewDue) <= inFourWeeks(),
  },
  all: { text: 'All', which: () => true },
};

const inFourWeeks = (): Date => new Date(Date.now() + 28 * 86_400_000);

/** The desk's links: those to grade, those whose review is due within four weeks, and all that the reader sees. */
export const page: Page = {
  id: 'links/list',
  url: section,
  section,

  async get(visit) {
    const { show: asked = 'to-grade' } = visit.query;
    const key = shown[asked] ? asked : 'to-grade';
    const { phase, which } = shown[key] as (typeof shown)[string];
    const { items, next } = await readList<LinkLine>(visit, '/api/v1/links', { phase, limit: 100 });
    const found = items.filter(which);
    return show({
      title: 'Links',
      model: {
        ways: Object.entries(shown).map(([value, { text }]) => ({
          text,
          href: `${section}?show=${value}`,
          active: value === key,
        })),
        lines: (key === 'all' ? found : found.sort(byDue)).map(linkCard),
        next: next && `${section}?show=${key}&after=${encodeURIComponent(next)}`,
      },
    });
  },
};
