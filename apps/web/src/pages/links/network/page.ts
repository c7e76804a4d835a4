import { identifierKinds, linkedIdentifiers } from '@mase/workflow/words';
import { enter, select } from '../../../error-words.js';
import { type Answer, type Page, show } from '../../../page.js';
import type { Visit } from '../../../visit.js';
import { platformOptions } from '../../intelligence/typed-identifiers.js';
import { endName, section, shownEnd } from '../link.js';
import { type Neighbourhood, networkChart, networkGraph, networkRows } from '../network-chart.js';
import { networkOf, recordNamed } from '../network-of.js';

const counts = ['1', '2', '3'];
const stepWords = (steps: string): string => (steps === '1' ? '1 step' : `${steps} steps`);

function found(network: Neighbourhood) {
  const middle = network.items.find(({ steps }) => steps === 0);
  return {
    middle: middle ? endName(middle) : 'this',
    chart: networkChart(network),
    graph: JSON.stringify(networkGraph(network)),
    choices: [
      { value: '', text: 'Nothing' },
      ...network.items.map((end, index) => ({ value: `n${index}`, text: endName(end) })),
    ],
    rows: networkRows(network).map(({ end, ...row }) => ({
      ...row,
      ...shownEnd(end),
      network: networkOf(end),
    })),
    more: network.more,
  };
}

async function around(visit: Visit, asked: object | null, steps: string): Promise<Answer> {
  const of = visit.query.of;
  const network = asked
    ? (
        await visit.send<Neighbourhood>('/api/v1/links/neighbours', {
          ...asked,
          steps: Number(steps),
        })
      ).body
    : null;
  const shown = network && found(network);
  return show({
    title: shown ? `What is linked with ${shown.middle}` : 'What is linked',
    back: { href: section, text: 'Links' },
    values: { kind: 'phone', steps, ...visit.form },
    model: {
      shown,
      ways:
        of && asked
          ? counts.map((count) => ({
              text: stepWords(count),
              href: `/links/network?of=${encodeURIComponent(of)}&steps=${count}`,
              active: count === steps,
            }))
          : [],
      kinds: linkedIdentifiers.map((value) => ({ value, text: identifierKinds[value] })),
      platforms: platformOptions,
      counts: counts.map((value) => ({ value, text: stepWords(value) })),
    },
  });
}

const stepsAsked = (given: string | undefined): string =>
  counts.includes(given ?? '') ? String(given) : '2';

/**
 * What is linked with a record in up to three steps, as a chart and as a table that says the same. A phone, a plate or a
 * name online is sent and never part of an address.
 */
export const page: Page = {
  id: 'links/network',
  url: '/links/network',
  section,
  fields: {
    kind: select('what it is'),
    text: enter('the number, plate, name or address'),
    platform: select('where online'),
    steps: select('how far'),
  },

  async get(visit) {
    return around(visit, recordNamed(visit.query.of), stepsAsked(visit.query.steps));
  },

  async post(visit) {
    const kind = visit.typed('kind');
    const platform = visit.typed('platform');
    const asked = {
      kind,
      text: visit.typed('text'),
      ...(kind === 'handle' && platform ? { platform } : {}),
    };
    return around(visit, asked, stepsAsked(visit.typed('steps')));
  },
};
