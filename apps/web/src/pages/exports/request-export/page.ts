import { datedExports, type exportKinds, exportLists } from '@mase/workflow/words';
import { enter, enterDate, select } from '../../../error-words.js';
import { goTo, type Page, show } from '../../../page.js';
import type { Visit } from '../../../visit.js';
import { listLabels } from '../export.js';

/** A peer review begins with its cases, on a page of its own. */
type Asked = Exclude<(typeof exportKinds)[number], 'peer-review'>;

const whats: Record<Asked, { text: string; hint: { text: string } }> = {
  list: { text: 'A list', hint: { text: 'As CSV: who and what, not what was written.' } },
  record: {
    text: 'The whole history of one record',
    hint: { text: 'As JSON Lines, with what hangs on it.' },
  },
  'missing-return': {
    text: 'The missing file of the SSDA903 return',
    hint: { text: 'As CSV, with the columns of the return and no other line.' },
  },
  'cin-factors': {
    text: 'Factors for the children in need census',
    hint: { text: 'As CSV: which factor each case of these days gives, and whether the last census has it.' },
  },
  'ssd-tables': {
    text: 'Tables of the Standard Safeguarding Dataset',
    hint: { text: 'As an archive of CSV files with a data dictionary.' },
  },
  'inspection-list': {
    text: 'The child-level list of an inspection',
    hint: {
      text: 'As CSV: cases open on these days, meetings planned, what the record lacks, a key to draw a sample.',
    },
  },
  partnership: {
    text: 'Everything of the partnership',
    hint: { text: 'As JSON Lines: every record that both of you read.' },
  },
};

const places: Record<string, string> = {
  '/record/id': 'recordId',
  '/record': 'recordId',
  '/record/kind': 'recordKind',
  '/recipient/name': 'recipient-name',
  '/recipient/organisation': 'recipient-organisation',
};

/** The intelligence desk exports its sanitised reports alone; nobody else exports them. */
const isDeskAlone = ({ who }: Visit): boolean =>
  (who?.roles ?? []).every((role) => !['information-governance', 'auditor'].includes(role));

/** Asks for an export: what, to whom, and why. Somebody else decides. */
export const page: Page = {
  id: 'exports/request-export',
  url: '/exports/request-export',
  section: '/exports',
  fields: {
    what: select('what is exported'),
    list: select('which list'),
    from: enterDate('the first day'),
    to: enterDate('the last day'),
    recordKind: select('which kind of record'),
    recordId: enter('the id of the record'),
    'recipient-name': enter('who receives it'),
    'recipient-organisation': enter('the organisation of who receives it'),
    reason: enter('the reason'),
  },
  place: (pointer) => places[pointer] ?? pointer.slice(1),
  draft: () => 'new',

  async get(visit) {
    const ofDesk = isDeskAlone(visit);
    const kinds = (Object.keys(whats) as Asked[]).filter((value) => !ofDesk || value === 'list');
    const lists = exportLists.filter((value) => (value === 'intelligence') === ofDesk);
    return show({
      title: 'Ask for an export',
      back: { href: '/exports', text: 'Exports' },
      model: {
        whats: kinds.map((value) => ({ value, ...whats[value] })),
        lists: [
          { value: '', text: 'Choose the list' },
          ...lists.map((value) => ({ value, text: listLabels[value] ?? value })),
        ],
        review: ofDesk ? null : '/exports/choose-cases',
        kinds: [
          { value: '', text: 'Choose the kind' },
          { value: 'childCase', text: 'A case' },
          { value: 'child', text: 'A child’s own record' },
        ],
      },
    });
  },

  async post(visit) {
    const what = visit.typed('what');
    const record = { kind: visit.typed('recordKind'), id: visit.typed('recordId') };
    const { body } = await visit.send<{ id: string }>('/api/v1/exports/request-export', {
      what,
      ...(what === 'list' ? { list: visit.typed('list') } : {}),
      ...(what === 'record' ? { record } : {}),
      ...(datedExports.some((one) => one === what)
        ? { from: visit.typedDate('from'), to: visit.typedDate('to') }
        : {}),
      recipient: {
        name: visit.typed('recipient-name'),
        organisation: visit.typed('recipient-organisation'),
      },
      reason: visit.typed('reason'),
    });
    return goTo(
      `/exports/${encodeURIComponent(body.id)}`,
      'The export is asked for. Somebody else decides on it.',
    );
  },
};
