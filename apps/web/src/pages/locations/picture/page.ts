import { locationKinds } from '@mase/workflow/words';
import { type Page, show } from '../../../page.js';
import { codeWords } from '../../../strand.js';
import { heatHeadline, placeHeat, shortMonthWords } from '../place-heat.js';
import { placeMap } from '../place-map.js';

interface PicturedPlace {
  id: string;
  caseId: string;
  reference: string;
  priority: string;
  name: string;
  kind: string | null;
  address: string | null;
  postcode: string | null;
  latitude: number | null;
  longitude: number | null;
  told: Record<'incident' | 'named' | 'missing' | 'intelligence' | 'link', number>;
  months: number[];
}

/** A map or a grid with more than these cannot be read: the tables have all. */
const mostPictured = 40;

const isMonth = (text: string | undefined): text is string => /^20\d\d-(0[1-9]|1[0-2])$/.test(text ?? '');

/** All that was told; incidents that nobody linked with the place are said apart. */
const total = ({ told }: PicturedPlace): number =>
  told.incident + told.missing + told.intelligence + told.link;

/** Places on a picture drawn here: a map without streets, heat by month, and tables that say the same in words. */
export const page: Page = {
  id: 'locations/picture',
  url: '/locations/picture',
  section: '/location-cases',

  async get(visit) {
    const { from, to, kind } = visit.query;
    const { body } = await visit.read<{ months: string[]; places: PicturedPlace[] }>(
      '/api/v1/locations/picture',
      {
        from: isMonth(from) ? from : undefined,
        to: isMonth(to) ? to : undefined,
        kind: locationKinds.find((one) => one === kind),
      },
    );
    const { months } = body;
    const places = [...body.places]
      .sort((one, other) => total(other) - total(one))
      .map((one, index) => ({ ...one, number: index + 1 }));
    const pictured = places.slice(0, mostPictured);
    const mapped = pictured.flatMap(({ latitude, longitude, ...one }) =>
      latitude === null || longitude === null
        ? []
        : [{ ...one, latitude, longitude, told: total({ ...one, latitude, longitude }) }],
    );
    return show({
      title: 'Places on a picture',
      back: { href: '/location-cases', text: 'Places of concern' },
      model: {
        from: months[0] ?? '',
        to: months.at(-1) ?? '',
        kinds: [
          { value: '', text: 'Every kind', selected: !kind },
          ...locationKinds.map((one) => ({ value: one, text: codeWords(one), selected: one === kind })),
        ],
        none: places.length === 0,
        headline: months.length > 0 ? heatHeadline(places, months) : 'These months are in the wrong order.',
        map: placeMap(mapped),
        partly: places.length > pictured.length,
        unmapped: places
          .filter(({ latitude }) => latitude === null)
          .map(({ name, caseId }) => ({ name, href: `/location-cases/${caseId}` })),
        heat: months.length > 0 ? placeHeat(pictured, months) : null,
        places: places.map((one) => ({
          number: one.number,
          name: one.name,
          href: `/location-cases/${one.caseId}`,
          kind: one.kind ? codeWords(one.kind) : 'Kind not known',
          where: [one.address, one.postcode].filter(Boolean).join(', ') || 'Address not known',
          coordinates: one.latitude === null ? 'None' : `${one.latitude}, ${one.longitude}`,
          priority: codeWords(one.priority),
          cells: [
            one.told.incident,
            one.told.missing,
            one.told.intelligence,
            one.told.link,
            total(one),
            one.told.named,
          ],
        })),
        named: places.some(({ told }) => told.named > 0),
        monthHeads: months.map(shortMonthWords),
        byMonth: places.map((one) => ({
          label: `${one.number} ${one.name}`,
          href: null,
          definition: null,
          cells: one.months,
        })),
        sums: months.map((_, index) => places.reduce((all, one) => all + (one.months[index] ?? 0), 0)),
      },
    });
  },
};
