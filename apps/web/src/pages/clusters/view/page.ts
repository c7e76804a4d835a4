import { commandLabels } from '@mase/workflow/words';
import { canDo } from '../../../allowed.js';
import { type Page, show } from '../../../page.js';
import { withDates } from '../../../why-dates.js';
import { endName, linkCard, section, shownEnd } from '../../links/link.js';
import { networkOf } from '../../links/network-of.js';
import { writtenWords } from '../../links/written-words.js';
import { agendaOffers } from '../../sittings/open-agendas.js';
import { clusterFacts, clusters, clusterTag, clusterTitle, readCluster } from '../cluster.js';

const verbs = [
  ...['confirm-cluster', 'decline-cluster', 'record-cluster-discussion', 'record-cluster-meeting'],
  'close-cluster',
];

/** One cluster: what the children share, what was decided and discussed, and what may be done now. */
export const page: Page = {
  id: 'clusters/view',
  url: '/clusters/:id',
  section,

  async get(visit) {
    const { cluster } = await readCluster(visit);
    const { hub, count, children, state, onAgenda, discussion, metAt } = cluster;
    const isHeld = discussion !== null || metAt !== null;
    const agendas = await agendaOffers(visit, { id: cluster.id, panel: state.panel, onAgenda });
    return show({
      title: clusterTitle(cluster),
      back: { href: clusters, text: 'Clusters of children' },
      model: {
        tag: clusterTag(cluster),
        ...withDates(clusterFacts(cluster), cluster),
        agendas,
        report: `/intelligence/submit-intelligence?named=cluster:${cluster.id}`,
        hub: hub && { ...shownEnd(hub), network: networkOf(hub) },
        children: children.map(({ id, name }) => ({
          name: endName({ kind: 'child', name }),
          href: name ? `/children/${id}` : null,
        })),
        others: count - children.length,
        links: cluster.links.map(linkCard),
        said: cluster.written.map(writtenWords),
        steps: verbs
          .filter((verb) => canDo(cluster.allowed, `clusters/${verb}`))
          .map((verb, index) => ({
            href: `${clusters}/${cluster.id}/${verb}`,
            text: commandLabels[`clusters/${verb}`],
            main: index === 0 && !isHeld,
          })),
      },
    });
  },
};
