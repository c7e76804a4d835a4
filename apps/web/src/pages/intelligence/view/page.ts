import { commandLabels, handlingConditions } from '@mase/workflow/words';
import { canDo } from '../../../allowed.js';
import { momentWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';
import { withDates } from '../../../why-dates.js';
import {
  deskFacts,
  namedLines,
  partsNow,
  progressWords,
  type ReportView,
  readReport,
  reportTag,
  submittedFacts,
} from '../report.js';

const topic = 'intelligence';
const verbs = [
  ...[
    'evaluate',
    'name-records',
    'record-source-risk',
    'sanitise',
    'disseminate',
    'review-report',
    'tell-submitter',
  ],
  ...['refer-source', 'reject', 'withdraw-report', 'add-to-report'],
];
/** What comes next in each state is the main button. */
const first: Record<string, string> = {
  submitted: 'evaluate',
  evaluated: 'sanitise',
  sanitised: 'disseminate',
  disseminated: 'tell-submitter',
};

const said: Record<string, string> = {
  'intelligence-grade': 'Graded',
  'intelligence-risk': 'Risk to the source recorded',
  'intelligence-consulted': 'Originator consulted',
  'intelligence-sharing': 'Given',
  'intelligence-covert': 'Why it was given for covert use',
  'intelligence-feedback': 'Submitter told',
  'source-referral': 'Source referred to the source unit',
  'intelligence-rejected': 'Rejected',
  'intelligence-withdrawn': 'Withdrawn',
  'intelligence-reviewed': 'Reviewed',
};
const wordsOf = ['words', 'reason', 'reasons', 'risk', 'safeguard', 'purpose', 'conditionWords', 'consulted'];

/** What happened with a report, newest first, as far as the reader may know. */
function happenings({ written, names }: ReportView) {
  return written.flatMap(({ kind, happened, body }) => {
    const what = said[kind];
    if (!what) return [];
    const to = Array.isArray(body.agencyIds) && kind === 'intelligence-sharing' ? body.agencyIds : [];
    return [
      {
        what,
        when: momentWords(happened),
        by: typeof body.by === 'string' ? body.by : '',
        to: to.map((id) => names[String(id)] ?? '').join(', '),
        texts: wordsOf.flatMap((field) => {
          const value = body[field];
          return typeof value === 'string' ? [value] : [];
        }),
      },
    ];
  });
}

/** The copies of papers that print it, and what each of them holds. */
function copiesOf({ copies, desk }: ReportView) {
  const wasGiven = desk?.recipients.some(({ parts }) => parts.includes('sheet')) ?? false;
  return {
    shown: copies.length > 0 || wasGiven,
    earlier: copies.some(({ isEarlier }) => isEarlier),
    rows: copies.map(({ recipientName, copyNumber, issuedAt, openedAt, isEarlier }) => ({
      who: recipientName,
      number: copyNumber,
      issued: momentWords(issuedAt),
      opened: openedAt ? momentWords(openedAt) : 'Not yet',
      holds: isEarlier ? 'An earlier text' : 'The text above',
    })),
  };
}

/** One report: to the desk what was submitted and what is done with it, to a recipient the parts, to the submitter the receipt. */
export const page: Page = {
  id: 'intelligence/view',
  url: '/intelligence/:id',
  section: '/intelligence',

  async get(visit) {
    const { view } = await readReport(visit);
    const open = verbs.filter((verb) => canDo(view.allowed, `${topic}/${verb}`));
    const main = first[view.desk?.state ?? ''];
    const order = [...open].sort((one, other) => Number(other === main) - Number(one === main));
    return show({
      title: `Report ${view.reference}`,
      back: { href: '/intelligence', text: 'Intelligence' },
      model: {
        tag: reportTag(view),
        progress: progressWords[view.progress],
        submitted: view.submittedAt ? momentWords(view.submittedAt) : '',
        mine: view.mine,
        isDesk: view.desk !== null,
        danger: view.desk?.danger ?? false,
        ...withDates(deskFacts(view), view),
        words: submittedFacts(view),
        named: namedLines(view),
        grade: view.grade?.words ?? null,
        conditions: (view.grade?.conditions ?? []).map((code) => handlingConditions[code]),
        parts: partsNow(view),
        copies: copiesOf(view),
        said: happenings(view),
        steps: order.map((verb, index) => ({
          text: commandLabels[`${topic}/${verb}`],
          href: `/${topic}/${view.id}/${verb}`,
          main: index === 0,
        })),
      },
    });
  },
};
