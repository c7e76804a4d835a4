import { canDo, missingFor } from '../../../allowed.js';
import { dateWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';
import { aboutWords, disposalFacts, readDisposal, stateTag, whyWords } from '../disposal.js';

const steps = [
  { verb: 'approve-disposal', text: 'Approve the disposal' },
  { verb: 'carry-out', text: 'Destroy the record' },
  { verb: 'refuse-disposal', text: 'Refuse it' },
  { verb: 'withdraw-disposal', text: 'Withdraw it' },
];

/** One disposal: its record while it is there, why this date, who decided; its certificate once it is done. */
export const page: Page = {
  id: 'disposals/view',
  url: '/disposals/:id',
  section: '/disposals',

  async get(visit) {
    const { disposal } = await readDisposal(visit);
    const { about, allowed, certificate, state } = disposal;
    const href = `/disposals/${disposal.id}`;
    const next = state === 'approved' ? 'carry-out' : 'approve-disposal';
    return show({
      title: 'Disposal',
      back: { href: '/disposals', text: 'Disposals' },
      model: {
        caption: aboutWords(disposal),
        tag: stateTag(state),
        facts: disposalFacts(disposal),
        why: whyWords(disposal.why),
        aboutHref: about ? `/${about.kind === 'child' ? 'children' : 'child-cases'}/${about.id}` : null,
        holdHref: about && state !== 'carriedOut' ? `/legal-holds/place-hold?child=${about.childId}` : null,
        missing: state === 'proposed' || state === 'approved' ? missingFor(allowed, `disposals/${next}`) : [],
        steps: steps
          .filter(({ verb }) => canDo(allowed, `disposals/${verb}`))
          .map(({ verb, text }) => ({ href: `${href}/${verb}`, text })),
        certificate: certificate
          ? {
              digest: certificate.digest,
              entries: certificate.said.entries.history + certificate.said.entries.audit,
              pdf: `${href}/certificate`,
              html: `${href}/certificate?format=html`,
              on: disposal.ended ? dateWords(disposal.ended.at) : '',
            }
          : null,
      },
    });
  },
};
