/** How each kind of node looks: by shape first, and by colour besides. */
const looks = {
  child: { shape: 'ellipse', colour: '#5694ca' },
  person: { shape: 'rectangle', colour: '#f499be' },
  location: { shape: 'diamond', colour: '#85994b' },
};
const otherLook = { shape: 'round-rectangle', colour: '#b1b4b6' };

const lookOf = (node) => looks[node.data('kind')] ?? otherLook;

const style = [
  {
    selector: 'node',
    style: {
      label: 'data(name)',
      shape: (node) => lookOf(node).shape,
      'background-color': (node) => lookOf(node).colour,
      'border-width': (node) => (node.data('steps') === 0 ? 4 : 1),
      'border-color': '#0b0c0c',
      width: 34,
      height: 34,
      'font-family': 'arial, sans-serif',
      'font-size': 14,
      color: '#0b0c0c',
      'text-wrap': 'wrap',
      'text-max-width': 140,
      'text-valign': 'bottom',
      'text-margin-y': 4,
      'text-background-color': '#ffffff',
      'text-background-opacity': 0.85,
    },
  },
  { selector: 'edge', style: { width: 2, 'line-color': '#484949', 'curve-style': 'bezier' } },
  { selector: '.far', style: { opacity: 0.25 } },
  {
    selector: '.picked',
    style: { 'border-width': 6, 'border-color': '#d4351c', 'line-color': '#d4351c', width: 38 },
  },
  { selector: 'edge.picked', style: { width: 4 } },
];

/** Ways to arrange the chart. None moves by itself, and each gives the same picture for the same links. */
const arrangements = {
  rings: {
    name: 'concentric',
    concentric: (node) => -node.data('steps'),
    levelWidth: () => 1,
    minNodeSpacing: 60,
  },
  columns: { name: 'breadthfirst', direction: 'rightward', roots: '[steps = 0]', spacingFactor: 1.4 },
  near: {
    name: 'cose',
    animate: false,
    randomize: false,
    nodeRepulsion: () => 400_000,
    idealEdgeLength: () => 90,
  },
};

function elementsOf({ nodes, links }) {
  return [
    ...nodes.map((node, index) => ({ data: { ...node, id: `n${index}` } })),
    ...links.map(({ from, to, href, name }, index) => ({
      data: { id: `l${index}`, source: `n${from}`, target: `n${to}`, href, name },
    })),
  ];
}

/** Marks what is picked and what it touches, says it in words, and leads to its record. */
function pick(cy, one, { said, way, choice }) {
  cy.elements().removeClass('picked far');
  way.hidden = true;
  said.textContent = '';
  choice.value = one?.isNode() ? one.id() : '';
  if (!one) return;
  const near = one.isNode() ? one.closedNeighborhood() : one.union(one.connectedNodes());
  cy.elements().difference(near).addClass('far');
  one.addClass('picked');
  const names = (one.isNode() ? one.neighborhood('node') : one.connectedNodes()).map((node) =>
    node.data('name'),
  );
  said.textContent = `${one.isNode() ? `${one.data('name')} – ` : ''}${names.join(', ')}`;
  way.hidden = !one.data('href');
  if (one.data('href')) way.href = one.data('href');
}

const step = 60;
const keys = {
  ArrowLeft: (cy) => cy.panBy({ x: step, y: 0 }),
  ArrowRight: (cy) => cy.panBy({ x: -step, y: 0 }),
  ArrowUp: (cy) => cy.panBy({ x: 0, y: step }),
  ArrowDown: (cy) => cy.panBy({ x: 0, y: -step }),
  '+': (cy) => enlarge(cy, 1.25),
  '-': (cy) => enlarge(cy, 0.8),
};

function enlarge(cy, by) {
  cy.zoom({ level: cy.zoom() * by, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
}

const partOf = (chart) => (name) => chart.querySelector(`[data-mase-chart="${name}"]`);

/** Shows the chart that moves, or the still one. */
function turn(chart, moves) {
  const part = partOf(chart);
  part('still').hidden = moves;
  part('offer').hidden = moves;
  part('moving').hidden = !moves;
  part(moves ? 'ground' : 'open').focus();
}

function draw(chart, cytoscape) {
  const part = partOf(chart);
  const ground = part('ground');
  const cy = cytoscape({
    container: ground,
    elements: elementsOf(JSON.parse(chart.dataset.maseLinkChart)),
    style,
    layout: arrangements.rings,
    minZoom: 0.2,
    maxZoom: 3,
    // A wheel that is turned over the page scrolls the page until the chart is entered.
    userZoomingEnabled: false,
  });
  const words = { said: part('said'), way: part('way'), choice: part('choice') };
  cy.on('tap', (event) => pick(cy, event.target === cy ? null : event.target, words));
  words.choice.addEventListener('change', () => {
    const one = cy.getElementById(words.choice.value);
    pick(cy, one.empty() ? null : one, words);
    if (one.nonempty()) cy.center(one);
  });
  part('arrange').addEventListener('change', ({ target }) => cy.layout(arrangements[target.value]).run());
  part('larger').addEventListener('click', () => enlarge(cy, 1.25));
  part('smaller').addEventListener('click', () => enlarge(cy, 0.8));
  part('all').addEventListener('click', () => cy.fit(undefined, 30));
  part('back').addEventListener('click', () => turn(chart, false));
  ground.addEventListener('focusin', () => cy.userZoomingEnabled(true));
  ground.addEventListener('focusout', () => cy.userZoomingEnabled(false));
  ground.addEventListener('pointerdown', () => ground.focus({ preventScroll: true }));
  ground.addEventListener('keydown', (event) => {
    if (!keys[event.key]) return;
    event.preventDefault();
    keys[event.key](cy);
  });
  cy.fit(undefined, 30);
  ground.dataset.maseDrawn = String(cy.elements().length);
}

async function open(chart) {
  const { default: cytoscape } = await import('./cytoscape.mjs');
  turn(chart, true);
  if (!partOf(chart)('ground').dataset.maseDrawn) draw(chart, cytoscape);
}

/** Offers the chart of links as one whose parts can be moved; the still chart and the table stay what they are. */
export function moveLinks() {
  for (const chart of document.querySelectorAll('[data-mase-link-chart]')) {
    const offer = chart.querySelector('[data-mase-chart="offer"]');
    offer.hidden = false;
    offer.querySelector('button').addEventListener('click', () => open(chart));
  }
}
