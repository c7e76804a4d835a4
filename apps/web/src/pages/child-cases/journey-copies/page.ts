import { path } from '../../../api-client.js';
import { type Page, show } from '../../../page.js';

interface JourneyCopy {
  number: number;
  version: number;
  digest: string;
  name: string | null;
  issuedAt: string;
  openedAt: string | null;
}

/** To whom the child’s journey was given, and each copy as it was issued. */
export const page: Page = {
  id: 'child-cases/journey-copies',
  url: '/child-cases/:id/journey-copies',
  section: '/child-cases',

  async get(visit) {
    const id = visit.params.id ?? '';
    const { body } = await visit.read<{ items: JourneyCopy[] }>(
      path`/api/v1/child-cases/${id}/journey-copies`,
    );
    return show({
      title: 'Copies of the child’s journey',
      back: { href: `/child-cases/${id}/chronology`, text: 'Back to the chronology' },
      model: {
        copies: body.items.map((one) => ({
          ...one,
          digest: one.digest.slice(0, 16),
          href: `/child-cases/${id}/journey-copies/${one.number}`,
        })),
      },
    });
  },
};
