import { type Page, show } from '../../../page.js';
import { dayAsked, type Sealed, sealedWords, type WasLine, wasWords } from '../line.js';

const kinds: Record<string, string> = {
  childCase: 'Children’s cases',
  personCase: 'Persons of concern',
  locationCase: 'Places',
  planAction: 'Actions',
  referralProposal: 'Referral proposals',
  missingEpisode: 'Missing episodes',
  disruptionMeasure: 'Measures',
  sitting: 'Sittings',
  informationRequest: 'Requests for information',
  challenge: 'Challenges',
  caseAudit: 'Case audits',
  auditAction: 'Actions from audits',
  accessRequest: 'Access requests',
  export: 'Exports',
  disposal: 'Disposals',
  legalHold: 'Legal holds',
};

/** A list as the books had it at the end of a day. */
export const page: Page = {
  id: 'as-it-was/list',
  url: '/as-it-was',
  section: '/oversight',

  async get(visit) {
    const { day, asOf, wrong } = dayAsked(visit);
    const kind = visit.query.kind && visit.query.kind in kinds ? visit.query.kind : 'childCase';
    const only: Record<string, string> = visit.query.only === 'open' ? { only: 'open' } : {};
    const after = visit.query.after ? { after: visit.query.after } : {};
    const { body } = await visit.read<{ sealed: Sealed; items: WasLine[]; next: string | null }>(
      '/api/v1/as-it-was',
      { asOf, kind, limit: '100', ...only, ...after },
    );
    const again = new URLSearchParams({ day, kind, ...only, after: body.next ?? '' });
    return show({
      title: 'The books on an earlier day',
      model: {
        day,
        error: wrong ? 'Enter a day such as 2026-11-26' : '',
        kinds: Object.entries(kinds).map(([value, text]) => ({ value, text, selected: value === kind })),
        open: 'only' in only,
        caption: kinds[kind],
        sealed: sealedWords(body.sealed),
        lines: body.items.map((one) => ({
          ...wasWords(one),
          href: `/records/${one.id}/as-it-was?${new URLSearchParams({ day })}`,
        })),
        next: body.next ? `/as-it-was?${again}` : null,
      },
    });
  },
};
