import {
  findPlacesOnBooks,
  findToldOfPlaces,
  type PlaceOnBooks,
  type ToldBy,
  type ToldOfPlace,
} from '@mase/store';
import { isPlaceWritten, type LocationKind, localDate, locationKinds } from '@mase/workflow';
import { Matches } from 'class-validator';
import type { FastifyInstance } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { OneOf, Optional } from '../fields.js';
import { FileQuery } from '../page.js';
import { dto } from '../plugins/bodies.js';
import { askingOf, audited } from '../view.js';
import { pictureTable } from './picture-table.js';

const Month = () => Matches(/^20\d\d-(0[1-9]|1[0-2])$/, { message: 'Give a month such as 2026-04.' });

/** Between which months, both included, and of which kind of place. */
export class PictureQuery extends FileQuery {
  @Optional()
  @Month()
  from?: string;

  @Optional()
  @Month()
  to?: string;

  @Optional()
  @OneOf(locationKinds)
  kind?: LocationKind;
}

/** What may be told of a place, in the order of the columns. */
export const toldBy: readonly ToldBy[] = ['incident', 'missing', 'intelligence', 'link', 'named'];

/** A picture shows at most so many months: the last of those asked for. */
const mostMonths = 24;

/** Months from one to another, both included, at most the last 24. */
export function monthsBetween(from: string, to: string): string[] {
  const number = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
  const last = number(to);
  const first = Math.max(number(from), last - mostMonths + 1);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
    const month = first + index;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}

const isOf = ({ place }: PlaceOnBooks, { locationId, written }: ToldOfPlace): boolean =>
  locationId === place.id || (written !== null && isPlaceWritten(written, place.standing));

function pictureLine(one: PlaceOnBooks, told: readonly ToldOfPlace[], months: readonly string[]) {
  const { place, about } = one;
  const own = told.filter((row) => isOf(one, row));
  const recorded = own.filter(({ by }) => by !== 'named');
  const sum = (rows: readonly ToldOfPlace[]) => rows.reduce((all, { count }) => all + count, 0);
  const { name, kind, address, postcode, latitude, longitude } = place.standing;
  return {
    id: place.id,
    caseId: about.id,
    reference: about.standing.reference,
    priority: about.standing.priority,
    ...{ name, kind, address, postcode, latitude, longitude },
    told: Object.fromEntries(toldBy.map((by) => [by, sum(own.filter((row) => row.by === by))])),
    months: months.map((month) => sum(recorded.filter((row) => row.month === month))),
  };
}

const summary =
  'Places on the books with their coordinates, and what was told of each by month, as far as the reader may know';
const schema = {
  querystring: dto(PictureQuery),
  tags: ['locations'],
  operationId: 'locations.picture',
  summary,
  response: { 200: shownSchema('PlacePictureView', 'list', summary), ...answersOf(400, 401, 503) },
};

/**
 * `GET /api/v1/locations/picture`: the places that this reader reads, and nothing that tells of others: no bounds, no
 * greatest number and no count comes from a record that is closed to the reader.
 */
export function placePicture(app: FastifyInstance): void {
  const asked = { schema, config: { table: pictureTable } };
  app.get<{ Querystring: PictureQuery }>('/api/v1/locations/picture', asked, async (request) => {
    const asking = await askingOf(app, request);
    const { timeZone } = asking.profile;
    const { kind, to = localDate(asking.now, timeZone).slice(0, 7) } = request.query;
    const { from = `${Number(to.slice(0, 4)) - 1}${to.slice(4)}` } = request.query;
    const months = monthsBetween(from, to);
    return audited(app, request, { action: 'locations/picture' }, async (tx) => {
      const all = await findPlacesOnBooks(tx);
      const places = all.filter(({ place }) => !kind || place.standing.kind === kind);
      const locationIds = places.map(({ place }) => place.id);
      const told =
        locationIds.length > 0 && months.length > 0
          ? await findToldOfPlaces(tx, { locationIds, from: months[0] ?? to, to, timeZone })
          : [];
      const shown = { months, places: places.map((one) => pictureLine(one, told, months)) };
      return { shown, persons: locationIds };
    });
  });
}
