import { type Page, show } from '../../../page.js';
import { readPeople } from '../../../people.js';
import { readList } from '../../../read-list.js';
import { considering } from '../links.js';
import { type MeasureLine, measureCard, section } from '../measure.js';

const shown: Record<string, { text: string; filters: Record<string, string> }> = {
  'in-force': { text: 'In force', filters: { phase: 'inForce' } },
  lapsing: { text: 'Lapsing within 28 days', filters: { lapsing: 'true' } },
  considered: { text: 'Considered', filters: { phase: 'considered' } },
  applied: { text: 'Applied for', filters: { phase: 'applied' } },
  refused: { text: 'Refused', filters: { phase: 'refused' } },
  all: { text: 'All', filters: {} },
};

/** The register of measures: what is done to keep people away from children and to make places safe. */
export const page: Page = {
  id: 'disruption-measures/list',
  url: '/disruption-measures',
  section,

  async get(visit) {
    const { show: asked = 'in-force', owner } = visit.query;
    const key = shown[asked] ? asked : 'in-force';
    const people = await readPeople(visit);
    const named = people.find(({ id }) => id === owner);
    const mine = owner === 'me' ? { mine: 'true' } : named ? { ownerId: named.id } : {};
    const filters = { ...shown[key]?.filters, ...mine };
    const { items, next } = await readList<MeasureLine>(visit, '/api/v1/disruption-measures', filters);
    const own = owner === 'me' ? '&owner=me' : named ? `&owner=${named.id}` : '';
    return show({
      title: 'Measures',
      model: {
        next,
        here: `show=${key}${own}`,
        ways: Object.entries(shown).map(([value, { text }]) => ({
          text,
          href: `${section}?show=${value}${own}`,
          active: value === key,
        })),
        show: key,
        owner: owner === 'me' || named ? owner : '',
        owners: [
          { value: '', text: 'Every owner' },
          { value: 'me', text: 'Me' },
          ...people.map(({ id, name }) => ({ value: id, text: name })),
        ],
        mayConsider: (visit.who?.roles ?? []).some((role) => considering.includes(role)),
        lines: items.map(measureCard),
      },
    });
  },
};
