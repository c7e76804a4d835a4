import { canDo } from '../../../allowed.js';
import { type Page, show } from '../../../page.js';
import { withDates } from '../../../why-dates.js';
import { type GlassView, glassFacts } from '../glass.js';

/** One record that was opened, or asked for, in an emergency: until when, why, and what the review found. */
export const page: Page = {
  id: 'break-glass/view',
  url: '/break-glass/:id',
  section: '/break-glass',

  async get(visit) {
    const id = encodeURIComponent(visit.params.id ?? '');
    const { body } = await visit.read<GlassView>(`/api/v1/break-glass/${id}`);
    const href = `/break-glass/${body.id}`;
    const found = body.written.find(({ kind }) => kind === 'break-glass-review');
    const steps = [
      { verb: 'close-record', text: 'Close it now' },
      { verb: 'decide-review', text: 'Review' },
    ];
    return show({
      title: 'Opened in an emergency',
      back: { href: '/' },
      model: {
        ...withDates(
          [
            ...glassFacts(body),
            ...(found?.body.words ? [{ key: 'Words of the review', text: found.body.words }] : []),
          ],
          body,
        ),
        nothing: body.caseId === null,
        record: body.open && body.caseId ? `/child-cases/${body.caseId}` : null,
        steps: steps
          .filter(({ verb }) => canDo(body.allowed, `break-glass/${verb}`))
          .map(({ verb, text }) => ({ href: `${href}/${verb}`, text })),
      },
    });
  },
};
