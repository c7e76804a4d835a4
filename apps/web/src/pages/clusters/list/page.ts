import { dueWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';
import { readList } from '../../../read-list.js';
import { section } from '../../links/link.js';
import { type ClusterLine, clusters, clusterTag, clusterTitle, hubWords } from '../cluster.js';

/** Clusters of children that the reader sees, the newest first. */
export const page: Page = {
  id: 'clusters/list',
  url: clusters,
  section,

  async get(visit) {
    const { items } = await readList<ClusterLine>(visit, '/api/v1/clusters');
    return show({
      title: 'Clusters of children',
      back: { href: section, text: 'Links' },
      model: {
        lines: items.map((one) => ({
          href: `${clusters}/${one.id}`,
          title: clusterTitle(one),
          shares: hubWords(one),
          due: one.due ? dueWords(one.due) : '',
          tag: clusterTag(one),
        })),
      },
    });
  },
};
