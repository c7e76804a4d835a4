import { agencyKinds, labelOf } from '@mase/workflow/words';
import { enter, select } from '../../../error-words.js';
import { again, goTo, type Page, show } from '../../../page.js';
import { peopleOptions, readPeople } from '../../../people.js';
import type { Visit } from '../../../visit.js';
import { readPanel } from '../panel.js';

function joining(visit: Visit): Record<string, unknown> | null {
  const [userId, name] = [visit.typed('userId'), visit.typed('name')];
  if (!userId && !name) return null;
  const forId = visit.typed('forId');
  const one = userId
    ? { userId }
    : { name, agency: visit.typed('agency'), agencyKind: visit.typed('agencyKind') };
  const all = { ...one, as: forId ? 'substitute' : 'member', forId };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** Who comes to a panel and who leaves it: one comes at a time, any number leave. */
export const page: Page = {
  id: 'panels/change-members',
  url: '/panels/:id/change-members',
  section: '/sittings',
  fields: {
    userId: select('the account'),
    name: enter('the name'),
    agency: enter('the agency'),
    agencyKind: select('the kind of agency'),
    forId: select('for whom the substitute comes'),
    leave: select('who leaves'),
    reason: enter('the reason'),
  },
  place: (pointer) => /^\/join\/0\/(\w+)/.exec(pointer)?.[1] ?? (pointer === '/join' ? 'userId' : undefined),
  draft: (visit) => visit.params.id ?? '',

  async get(visit) {
    const [{ panel, etag }, people] = await Promise.all([readPanel(visit), readPeople(visit)]);
    const href = `/panels/${panel.id}`;
    const known = new Set(panel.memberList.map(({ userId }) => userId));
    const free = people.filter(({ id, roles }) => !known.has(id) && !roles.includes('administrator'));
    const members = panel.memberList.filter((one) => one.as === 'member');
    return show({
      title: 'Change the members',
      version: etag,
      back: { href },
      model: {
        caption: panel.name,
        cancel: href,
        people: peopleOptions(free, 'Choose an account'),
        kinds: [
          { value: '', text: 'Choose the kind' },
          ...agencyKinds.map((value) => ({ value, text: labelOf(value) })),
        ],
        parts: [
          { value: '', text: 'Nobody: a member' },
          ...members.map(({ id, name }) => ({ value: id, text: `Substitute for ${name}` })),
        ],
        leavers: panel.memberList.map(({ id, name, agency, agencyKind }) => ({
          value: id,
          text: `${name} – ${agency ?? labelOf(agencyKind)}`,
        })),
      },
    });
  },

  async post(visit) {
    const id = encodeURIComponent(visit.params.id ?? '');
    const one = joining(visit);
    const leave = visit.typedList('leave');
    if (!one && !leave) return again({ userId: 'Choose who comes, or tick who leaves' });
    const reason = visit.typed('reason');
    await visit.send(`/api/v1/panels/${id}/change-members`, {
      ...(one ? { join: [one] } : {}),
      ...(leave ? { leave } : {}),
      ...(reason ? { reason } : {}),
    });
    return goTo(
      `/panels/${id}`,
      'The list of members is changed. Whoever came reads the panel’s sittings from now on; whoever left no longer does.',
    );
  },
};
