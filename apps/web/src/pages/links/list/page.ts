import { type Page, show } from '../../../page.js';
import { readList } from '../../../read-list.js';
import { type LinkLine, linkCard, section } from '../link.js';

const byDue = (one: LinkLine, other: LinkLine) =>
  (one.reviewDue ?? '9').localeCompare(other.reviewDue ?? '9');

const inFourWeeks = (): string => new Date(Date.now() + 28 * 86_400_000).toISOString().slice(0, 10);

const shown: Record<string, { text: string; asked: () => { waits?: string; dueBy?: string } }> = {
  'to-grade': { text: 'To grade', asked: () => ({ waits: 'grading' }) },
  'review-due': { text: 'Review due', asked: () => ({ waits: 'review', dueBy: inFourWeeks() }) },
  all: { text: 'All', asked: () => ({}) },
};

/** The desk's links: those to grade, those whose review is due within four weeks, and all that the reader sees. */
export const page: Page = {
  id: 'links/list',
  url: section,
  section,

  async get(visit) {
    const { show: asked = 'to-grade' } = visit.query;
    const key = shown[asked] ? asked : 'to-grade';
    const question = shown[key]?.asked() ?? {};
    const { items, next } = await readList<LinkLine>(visit, '/api/v1/links', { ...question, limit: 100 });
    return show({
      title: 'Links',
      model: {
        ways: Object.entries(shown).map(([value, { text }]) => ({
          text,
          href: `${section}?show=${value}`,
          active: value === key,
        })),
        lines: (key === 'all' ? items : items.toSorted(byDue)).map(linkCard),
        next: next && `${section}?show=${key}&after=${encodeURIComponent(next)}`,
      },
    });
  },
};
