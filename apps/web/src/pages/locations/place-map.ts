/** A place with its coordinates, as the map draws it. */
export interface MappedPlace {
  number: number;
  name: string;
  latitude: number;
  longitude: number;
  /** The case that its point leads to. */
  caseId: string;
  /** How much was told of it: its point grows with that. */
  told: number;
}

const wide = 640;
const high = 420;
const edge = 36;
/** Below the points the scale stands alone: no point hides it. */
const foot = 34;
const kilometresInDegree = 111.32;

/** A map of a single spot still shows its surroundings: so many degrees at the least. */
const leastSpan = 0.01;

const round = (number: number): number => Math.round(number * 10) / 10;

/** Lengths that a scale may have, in kilometres. */
const scales = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200];

/**
 * Points of places on paper without streets, north at the top, with a scale. Bounds, scale and sizes come from the places
 * that are given and from nothing else. Null where there is none.
 */
export function placeMap(places: readonly MappedPlace[]) {
  if (places.length === 0) return null;
  const latitudes = places.map(({ latitude }) => latitude);
  const middle = (Math.min(...latitudes) + Math.max(...latitudes)) / 2;
  // A degree east is shorter than a degree north, the more the further north.
  const shrink = Math.cos((middle * Math.PI) / 180);
  const easts = places.map(({ longitude }) => longitude * shrink);
  const [west, east] = [Math.min(...easts), Math.max(...easts)];
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)];
  const span = (from: number, to: number) => Math.max(to - from, leastSpan);
  const unit = Math.min((wide - 2 * edge) / span(west, east), (high - 2 * edge) / span(south, north));
  const most = Math.max(1, ...places.map(({ told }) => told));
  const centre = { x: (west + east) / 2, y: (south + north) / 2 };
  const points = places.map(({ number, name, latitude, longitude, told }) => ({
    number,
    name,
    x: round(wide / 2 + (longitude * shrink - centre.x) * unit),
    y: round(high / 2 - (latitude - centre.y) * unit),
    radius: round(9 + 11 * Math.sqrt(told / most)),
    told,
  }));
  const kilometre = unit / kilometresInDegree;
  const length = scales.filter((one) => one * kilometre <= wide / 3).at(-1) ?? scales[0] ?? 1;
  return {
    ...{ wide, high: high + foot, ground: { wide: wide - 1, high: high + foot - 1 } },
    // What the page's script draws a map of that can be moved.
    moving: JSON.stringify(
      places.map(({ number, name, latitude, longitude, caseId, told }) => ({
        ...{ number, name, latitude, longitude, told, href: `/location-cases/${caseId}` },
      })),
    ),
    // The largest first, so that none hides a smaller one.
    points: points.sort((one, other) => other.radius - one.radius),
    scale: {
      from: edge / 2,
      to: round(edge / 2 + length * kilometre),
      y: high + foot - 12,
      words:
        length < 1 ? `${length * 1000} metres` : `${length} ${length === 1 ? 'kilometre' : 'kilometres'}`,
    },
  };
}
