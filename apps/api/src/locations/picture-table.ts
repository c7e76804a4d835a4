import { labelOf } from '@mase/workflow';
import type { FileTable } from '../plugins/list-files.js';

/** The picture of places as it is answered, as far as a table says it. */
interface Picture {
  months: readonly string[];
  places: readonly {
    reference: string;
    priority: string;
    name: string;
    kind: string | null;
    address: string | null;
    postcode: string | null;
    latitude: number | null;
    longitude: number | null;
    told: Readonly<Record<string, number>>;
    months: readonly number[];
  }[];
}

const told = {
  Incidents: 'incident',
  'Found there': 'missing',
  Intelligence: 'intelligence',
  Links: 'link',
  'Named, not linked': 'named',
};
const about = ['Place', 'Reference', 'Kind', 'Priority', 'Address', 'Postcode', 'Latitude', 'Longitude'];

/** A row for each place: where it is, what was told of it, and how much in each month, which the picture shows as heat. */
export function pictureTable({ months, places }: Picture): FileTable {
  return {
    headings: [...about, ...Object.keys(told), ...months],
    rows: places.map((one) => ({
      Place: one.name,
      Reference: one.reference,
      Kind: one.kind ? labelOf(one.kind) : '',
      Priority: labelOf(one.priority),
      Address: one.address ?? '',
      Postcode: one.postcode ?? '',
      Latitude: String(one.latitude ?? ''),
      Longitude: String(one.longitude ?? ''),
      ...Object.fromEntries(Object.entries(told).map(([name, by]) => [name, String(one.told[by] ?? 0)])),
      ...Object.fromEntries(months.map((month, index) => [month, String(one.months[index] ?? 0)])),
    })),
  };
}
