/** Where an installation that has tiles of its area offers them; the page says so in its head. */
const tilesAt = () => document.querySelector('meta[name="mase-map-tiles"]')?.content;

const partOf = (chart) => (name) => chart.querySelector(`[data-mase-map="${name}"]`);

/** Colours of what a layer of streets is called in the schemas in use; what is called otherwise is grey. */
const colours = [
  [/water|ocean|river|sea/, '#b6d3e8'],
  [/park|wood|forest|grass|land_?cover|land_?use|natural/, '#dfe9d4'],
  [/building/, '#d8d4cf'],
  [/road|transport|street|highway/, '#8f9498'],
  [/rail/, '#6f777b'],
  [/bound/, '#7f6a8c'],
];
const colourOf = (id) => colours.find(([name]) => name.test(id))?.[1] ?? '#b1b4b6';

/** Areas, lines and names of every layer, whatever the schema. Names are drawn with the browser's own letters. */
function vectorLayers(ids) {
  const areas = /earth|land|water|ocean|park|building|wood|natural/;
  const base = (id) => ({ source: 'area', 'source-layer': id });
  return [
    ...ids
      .filter((id) => areas.test(id))
      .map((id) => ({
        ...base(id),
        id: `${id}-areas`,
        type: 'fill',
        filter: ['==', ['geometry-type'], 'Polygon'],
        paint: { 'fill-color': /earth/.test(id) ? '#f3f2f1' : colourOf(id) },
      })),
    ...ids.map((id) => ({
      ...base(id),
      id: `${id}-lines`,
      type: 'line',
      filter: ['==', ['geometry-type'], 'LineString'],
      paint: {
        'line-color': colourOf(id),
        'line-width': ['interpolate', ['linear'], ['zoom'], 8, 0.5, 16, 4],
      },
    })),
    ...ids.map((id) => ({
      ...base(id),
      id: `${id}-names`,
      type: 'symbol',
      filter: ['has', 'name'],
      layout: {
        'text-field': ['get', 'name'],
        'text-font': ['arial', 'sans-serif'],
        'text-size': 13,
        'symbol-placement': /road|transport|street|highway|river/.test(id) ? 'line' : 'point',
      },
      paint: { 'text-color': '#0b0c0c', 'text-halo-color': '#ffffff', 'text-halo-width': 1.5 },
    })),
  ];
}

const paper = { id: 'paper', type: 'background', paint: { 'background-color': '#f3f2f1' } };

/** What stands under the points: nothing but paper, or the installation's own tiles. */
async function ground(library, chart) {
  const url = tilesAt();
  const plain = { version: 8, sources: {}, layers: [paper] };
  if (!url) return plain;
  const part = partOf(chart);
  const { PMTiles, Protocol } = await import('./pmtiles.mjs');
  const archive = new PMTiles(new URL(url, location.href).href);
  const [header, { attribution = '', vector_layers: layers = [] }] = await Promise.all([
    archive.getHeader(),
    archive.getMetadata(),
  ]);
  const protocol = new Protocol();
  protocol.add(archive);
  library.addProtocol('pmtiles', protocol.tile);
  part('tiles').hidden = false;
  // Whoever made the tiles may name themselves with markup: its words alone are shown.
  part('source').textContent = new DOMParser().parseFromString(attribution, 'text/html').body.textContent;
  const isVector = header.tileType === 1;
  const source = { type: isVector ? 'vector' : 'raster', url: `pmtiles://${archive.source.getKey()}` };
  return {
    ...plain,
    sources: { area: isVector ? source : { ...source, tileSize: 256 } },
    layers: [
      paper,
      ...(isVector
        ? vectorLayers(layers.map(({ id }) => id))
        : [{ id: 'area', type: 'raster', source: 'area' }]),
    ],
  };
}

function pointOf({ number, name, told, href }, most) {
  const point = document.createElement('a');
  const size = 28 + 16 * Math.sqrt(told / most);
  point.className = 'mase-ground__point';
  point.href = href;
  point.textContent = String(number);
  point.setAttribute('aria-label', `${number} ${name}: ${told}`);
  point.title = `${name}: ${told}`;
  point.style.width = `${size}px`;
  point.style.height = `${size}px`;
  return point;
}

async function draw(chart) {
  const library = await import('./maplibre-gl.mjs');
  const part = partOf(chart);
  const places = JSON.parse(chart.dataset.masePlaceMap);
  const bounds = new library.LngLatBounds();
  for (const { longitude, latitude } of places) bounds.extend([longitude, latitude]);
  const fit = { padding: 60, maxZoom: 15, animate: false };
  const map = new library.Map({
    container: part('ground'),
    style: await ground(library, chart),
    bounds,
    fitBoundsOptions: fit,
    attributionControl: false,
    // A wheel that is turned over the page scrolls the page, and with the control key the map.
    cooperativeGestures: false,
    scrollZoom: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    fadeDuration: 0,
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  const most = Math.max(1, ...places.map(({ told }) => told));
  // The largest first, so that none hides a smaller one.
  for (const place of [...places].sort((one, other) => other.told - one.told)) {
    new library.Marker({ element: pointOf(place, most) })
      .setLngLat([place.longitude, place.latitude])
      .addTo(map);
  }
  map.addControl(new library.ScaleControl({ unit: 'metric' }));
  part('larger').addEventListener('click', () => map.zoomIn({ animate: false }));
  part('smaller').addEventListener('click', () => map.zoomOut({ animate: false }));
  part('all').addEventListener('click', () => map.fitBounds(bounds, fit));
  const canvas = map.getCanvas();
  canvas.addEventListener('focus', () => map.scrollZoom.enable());
  canvas.addEventListener('blur', () => map.scrollZoom.disable());
  map.on('idle', () => {
    part('ground').dataset.maseDrawn = String(map.queryRenderedFeatures().length);
  });
}

function turn(chart, moves) {
  const part = partOf(chart);
  part('still').hidden = moves;
  part('offer').hidden = moves;
  part('moving').hidden = !moves;
}

/** Without the means to draw, the still picture comes back and the page says why. */
async function open(chart) {
  const part = partOf(chart);
  turn(chart, true);
  if (part('ground').hasChildNodes()) return;
  try {
    await draw(chart);
    part('ground').querySelector('canvas').focus();
  } catch {
    turn(chart, false);
    part('offer').hidden = true;
    part('cannot').hidden = false;
  }
}

/** Offers the map of places as one that can be moved; the still picture and the table stay what they are. */
export function movePlaces() {
  for (const chart of document.querySelectorAll('[data-mase-place-map]')) {
    const part = partOf(chart);
    part('offer').hidden = false;
    part('open').addEventListener('click', () => open(chart));
    part('back').addEventListener('click', () => {
      turn(chart, false);
      part('open').focus();
    });
  }
}
