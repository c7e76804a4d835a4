import { handlingConditions, isCovert, sharingPowerCodes, sharingPowers } from '@mase/workflow/words';
import { missingFor } from '../../../allowed.js';
import { path } from '../../../api-client.js';
import { enter, select } from '../../../error-words.js';
import { goTo, type Page, show } from '../../../page.js';
import { peopleOptions, readPeople } from '../../../people.js';
import type { Visit } from '../../../visit.js';
import { partOptions, readReport } from '../report.js';

const command = 'intelligence/disseminate';
const rows = [0, 1, 2, 3, 4];

/** Whoever is chosen in the rows, each as an agency or one person there. */
function chosen(visit: Visit): { agencyId: string; contactId?: string }[] {
  return rows.flatMap((row) => {
    const [agencyId, contactId] = (visit.typed(`to-${row}`) ?? '').split('/');
    return agencyId ? [{ agencyId, ...(contactId ? { contactId } : {}) }] : [];
  });
}

/** Gives a report's sanitised parts to agencies or people, under a power and to a purpose. */
export const page: Page = {
  id: command,
  url: '/intelligence/:id/disseminate',
  section: '/intelligence',
  fields: {
    ...Object.fromEntries(rows.map((row) => [`to-${row}`, select('who is to have it')])),
    parts: select('which parts they read'),
    powers: select('the power'),
    purpose: enter('the purpose'),
    consulted: enter('who was consulted'),
    reasons: enter('the reasons'),
  },
  draft: (visit) => visit.params.id ?? '',
  place: (pointer) => (pointer.startsWith('/to') ? 'to-0' : pointer.slice(1)),

  async get(visit) {
    const [{ view, etag }, people] = await Promise.all([readReport(visit), readPeople(visit)]);
    const missing = missingFor(view.allowed, command);
    const known = people.filter(({ roles }) => !roles.includes('administrator'));
    const agencies = new Map(known.map((one) => [one.agencyId, one.agencyName ?? '']));
    const isUnderCover = isCovert(view.grade?.conditions ?? []);
    const offered = (view.desk?.parts ?? []).filter((part) => !(isUnderCover && part === 'sheet'));
    return show({
      title: 'Disseminate the report',
      version: etag,
      back: { href: `/intelligence/${view.id}` },
      model: {
        caption: `Report ${view.reference}`,
        blocked: missing.length > 0 && { missing, href: `/intelligence/${view.id}` },
        grade: view.grade?.words ?? null,
        conditions: (view.grade?.conditions ?? []).map((code) => handlingConditions[code]),
        covert: isUnderCover,
        consults: (view.grade?.conditions ?? []).includes('S2'),
        texts: view.written
          .filter(({ kind, wrong }) => kind === 'intelligence-part' && !wrong)
          .map(({ class: part, body }) => ({
            title: partOptions.find(({ value }) => value === part)?.text,
            text: String(body.text ?? ''),
          })),
        rows: rows.map((row) => ({ name: `to-${row}`, label: `Recipient ${row + 1}` })),
        recipients: [
          { value: '', text: 'Choose an agency or a person' },
          ...[...agencies]
            .sort(([, one], [, other]) => one.localeCompare(other, 'en-GB'))
            .map(([value, text]) => ({ value, text: `${text}: whoever answers for it` })),
          ...peopleOptions(known, '')
            .slice(1)
            .map(({ value, text }) => ({
              value: `${known.find(({ id }) => id === value)?.agencyId}/${value}`,
              text,
            })),
        ],
        parts: partOptions.filter(({ value }) => offered.includes(value)),
        powers: sharingPowerCodes.map((value) => ({ value, text: sharingPowers[value] })),
        cancel: `/intelligence/${view.id}`,
      },
    });
  },

  async post(visit) {
    const id = visit.params.id ?? '';
    await visit.send(path`/api/v1/intelligence/${id}/disseminate`, {
      to: chosen(visit),
      parts: visit.typedList('parts'),
      powers: visit.typedList('powers'),
      purpose: visit.typed('purpose'),
      consulted: visit.typed('consulted'),
      reasons: visit.typed('reasons'),
    });
    return goTo(path`/intelligence/${id}`, 'The report is given. It is a line of the sharing ledger.');
  },
};
