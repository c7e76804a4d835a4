import { dateWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';
import { changeTag } from '../../instrument-changes/change.js';
import { proposalWords } from '../../profile-changes/proposal.js';
import type { ProfileLine } from '../profile-line.js';

/** The rules by which the area works: the profile in force, those that are shipped, and those that were proposed. */
export const page: Page = {
  id: 'profiles/list',
  url: '/profiles',

  async get(visit) {
    const { items } = (await visit.read<{ items: ProfileLine[] }>('/api/v1/profiles')).body;
    const inForce = items.find(({ is }) => is === 'in-force');
    return show({
      title: 'Profiles: the rules of the area',
      model: {
        inForce: inForce && { name: inForce.name, from: dateWords(inForce.from) },
        lines: items
          .filter(({ is }) => is === 'shipped')
          .map(({ id, name }) => ({
            name,
            id,
            compare: `/profiles/compare?one=in-force&other=${encodeURIComponent(id)}`,
          })),
        proposals: items
          .filter(({ is }) => !['in-force', 'shipped'].includes(is))
          .map(({ id, is, name, from }) => ({
            href: `/profile-changes/${id}`,
            text: proposalWords({ title: name, from }),
            tag: changeTag(is),
          })),
        mayPropose: (visit.who?.roles ?? []).includes('administrator'),
      },
    });
  },
};
