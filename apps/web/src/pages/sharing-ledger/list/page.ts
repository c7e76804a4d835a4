import { labelOf, stateLabels } from '@mase/workflow/words';
import { daysAsked } from '../../../asked-days.js';
import { barChart } from '../../../charts/bar-chart.js';
import { dateWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';
import { placeOf } from '../../../place-of.js';
import { outcomeWords } from '../../information-requests/information-request.js';

const whatWords = {
  asked: 'Asked',
  shared: 'Plan shared',
  forwarded: 'New version of the plan forwarded',
  transferred: 'Handed to another area',
  'intelligence-given': 'Intelligence given',
  'intelligence-fed-back': 'Submitter told what came of intelligence',
  'requirement-raised': 'Asked what the agency knows',
  'list-compared': 'Outside list compared with the books',
};

interface LedgerLine {
  id: string;
  what: keyof typeof whatWords;
  at: string;
  reference: string;
  record: { kind: string; id: string };
  agencies: { id: string | null; name: string }[];
  state: string | null;
  outcome: string | null;
  reason: string | null;
  power: string;
  purpose: string;
  decider: string | null;
  hours: number | null;
  fedBackAt: string | null;
}

interface AgencySum {
  agencyId: string;
  name: string;
  asked: number;
  given: number;
  inPart: number;
  refused: number;
  waiting: number;
  fedBack: number;
  hours: number | null;
}

interface LedgerView {
  items: LedgerLine[];
  agencies: AgencySum[];
  next: string | null;
}

/** How long an answer took: in hours below two days, else in days. */
function tookWords(hours: number | null): string {
  if (hours === null) return '';
  if (hours === 0) return 'under an hour';
  if (hours < 48) return `${hours} ${hours === 1 ? 'hour' : 'hours'}`;
  return `${Math.round(hours / 24)} days`;
}

function line(one: LedgerLine) {
  const outcome = one.outcome ? outcomeWords[one.outcome] : undefined;
  return {
    href: placeOf(one.record.kind, one.record.id),
    reference: one.reference,
    when: dateWords(one.at),
    what: whatWords[one.what],
    agencies: one.agencies.map(({ name }) => name).join(', '),
    outcome:
      one.what === 'list-compared'
        ? 'Compared'
        : one.what !== 'asked' && one.what !== 'requirement-raised'
          ? 'Given'
          : (outcome ?? stateLabels[one.state ?? ''] ?? labelOf(one.state ?? '')),
    reason: one.reason,
    power: one.power,
    purpose: one.purpose,
    decider: one.decider ?? '',
    took: tookWords(one.hours),
    fedBack: one.what !== 'asked' ? '' : one.fedBackAt ? dateWords(one.fedBackAt) : 'Not yet',
  };
}

/** The sharing ledger: per agency what was asked, given and refused, under which power, by whom, how long it took, whether it was fed back. */
export const page: Page = {
  id: 'sharing-ledger/list',
  url: '/sharing-ledger',
  section: '/information-requests',

  async get(visit) {
    const days = daysAsked(visit, 91);
    const agencyId = visit.query.agency || undefined;
    const asked = { ...days, agencyId, after: visit.query.after, limit: 50 };
    const { body } = await visit.read<LedgerView>('/api/v1/sharing-ledger', asked);
    const more = new URLSearchParams({
      ...days,
      ...(agencyId ? { agency: agencyId } : {}),
      after: body.next ?? '',
    });
    return show({
      title: 'Sharing ledger',
      back: { href: '/information-requests', text: 'Requests for information' },
      model: {
        ...days,
        agency: agencyId ?? '',
        filtered: Boolean(agencyId),
        sums: body.agencies.map((one) => ({
          ...one,
          href: `/sharing-ledger?${new URLSearchParams({ ...days, agency: one.agencyId })}`,
          took: tookWords(one.hours),
        })),
        chart: await barChart({
          id: 'answers',
          caption: 'What agencies answered',
          counted: ['request', 'requests'],
          series: ['Given', 'In part', 'Refused', 'Waiting'],
          lines: body.agencies.map(({ name, given, inPart, refused, waiting }) => ({
            label: name,
            values: [given, inPart, refused, waiting],
          })),
        }),
        everything: `/sharing-ledger?${new URLSearchParams(days)}`,
        lines: body.items.map(line),
        more: body.next ? `/sharing-ledger?${more}` : null,
      },
    });
  },
};
