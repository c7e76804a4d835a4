import { canDo, missingFor } from '../../../allowed.js';
import { path } from '../../../api-client.js';
import { select } from '../../../error-words.js';
import { again, goTo, type Page, show } from '../../../page.js';
import { agencyWords, type PersonView, readPeople, roleWords } from '../../../people.js';
import { readSitting, type SittingView, sittingWords } from '../sitting.js';

const panel = ['chair', 'deputy-chair', 'member', 'substitute', 'coordinator'];
const never = ['administrator'];

/**
 * Who has a copy unless somebody says otherwise: whoever had one before; else the chair, the members and substitutes of
 * this panel and its office; where the sitting stands under a free name, everybody in such a role.
 */
function usual({ papers, memberIds, chairId }: SittingView, { id, roles }: PersonView): boolean {
  if (papers?.recipients) return papers.recipients.includes(id);
  if (memberIds.length === 0) return roles.some((role) => panel.includes(role));
  return id === chairId || memberIds.includes(id) || roles.includes('coordinator');
}

/** Sends the papers to those who sit: one copy for each, with what he or she may see. */
export const page: Page = {
  id: 'sittings/issue-papers',
  url: '/sittings/:id/issue-papers',
  section: '/sittings',
  fields: { recipients: select('at least one recipient') },

  async get(visit) {
    const [{ sitting, etag }, everybody] = await Promise.all([
      readSitting(visit, { connections: 'waiting' }),
      readPeople(visit),
    ]);
    const people = everybody.filter(({ roles }) => !roles.some((role) => never.includes(role)));
    const sits = people.filter((one) => usual(sitting, one));
    const others = people.filter((one) => !sits.includes(one));
    const item = (one: (typeof people)[number]) => ({
      value: one.id,
      text: one.name,
      hint: { text: `${agencyWords(one)}, ${roleWords(one.roles).toLowerCase()}` },
    });
    return show({
      title: 'Issue the papers',
      version: etag,
      back: { href: `/sittings/${sitting.id}`, text: 'Back to the agenda' },
      values: { recipients: sits.map(({ id }) => id) },
      model: {
        caption: sittingWords(sitting),
        count: sitting.items.length,
        again: sitting.papersIssuedAt,
        recipients: [...sits.map(item), { divider: 'or' }, ...others.map(item)],
        missing: canDo(sitting.allowed, 'sittings/issue-papers')
          ? []
          : missingFor(sitting.allowed, 'sittings/issue-papers'),
        connections: sitting.connectionsWaiting ? `/sittings/${sitting.id}/connections` : null,
        cancel: `/sittings/${sitting.id}`,
      },
    });
  },

  async post(visit) {
    const recipients = visit.typedList('recipients');
    if (!recipients) return again({ recipients: 'Select at least one recipient' });
    const id = visit.params.id ?? '';
    await visit.send(path`/api/v1/sittings/${id}/issue-papers`, { recipients });
    return goTo(
      `/sittings/${encodeURIComponent(id)}`,
      'The papers are issued. Those whose copy is new or different are told by a link, without names.',
    );
  },
};
