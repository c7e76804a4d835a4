import { labelOf } from '@mase/workflow/words';
import { daysAsked } from '../../../asked-days.js';
import { type Page, show } from '../../../page.js';
import { concernOf, gradeName } from '../../child-cases/code-words.js';

interface JudgementLine {
  id: string;
  caseId: string;
  reference: string;
  name: string;
  team: string | null;
  at: string;
  happened: string;
  by: string | null;
  grade: string | null;
  floor: string | null;
  reasons: string[];
  harmNow: string[];
}

interface JudgementListView {
  items: JudgementLine[];
  next: string | null;
}

/** The lists, in the order in which the page offers them. */
const lists: { list: string; text: string; says: string }[] = [
  {
    list: 'below-floor',
    text: 'Graded below a floor',
    says: 'Grades confirmed below a floor that held, such as under 13 or harm that is current. A second person signed each.',
  },
  {
    list: 'no-harm',
    text: 'No harm beside a sign of it',
    says: 'Grades confirmed where the assessment shows a sign of harm and no harm was recorded.',
  },
  {
    list: 'threshold-not-met',
    text: 'Threshold not met',
    says: 'A manager said, instead of a strategy discussion, that the threshold for one was not met.',
  },
  {
    list: 'no-crime-reference',
    text: 'No crime reference',
    says: 'Strategy discussions about harm for which no crime reference was given.',
  },
];

function line(one: JudgementLine) {
  return {
    ...one,
    href: `/child-cases/${one.caseId}?entries=all#entry-${one.id}`,
    graded: one.grade ? gradeName(one.grade) : null,
    held: one.floor && one.floor !== one.grade ? gradeName(one.floor).toLowerCase() : null,
    team: one.team ? labelOf(one.team) : null,
    harm: one.harmNow.map(concernOf).join(', '),
  };
}

/** Judgements that domain rules ask somebody else to look at: one list at a time, of some days. */
export const page: Page = {
  id: 'judgement-lists/list',
  url: '/judgement-lists',
  section: '/judgement-lists',

  async get(visit) {
    const days = daysAsked(visit, 91);
    const chosen = lists.find(({ list }) => list === visit.query.list) ?? lists[0];
    const list = chosen?.list ?? '';
    const asked = { list, ...days, after: visit.query.after, limit: 50 };
    const { body } = await visit.read<JudgementListView>('/api/v1/judgement-lists', asked);
    const address = (more: Record<string, string>) =>
      `/judgement-lists?${new URLSearchParams({ list, ...days, ...more })}`;
    return show({
      title: 'Judgements to look at',
      model: {
        ...days,
        which: list,
        says: chosen?.says,
        ways: lists.map((one) => ({ ...one, href: address({ list: one.list }), here: one.list === list })),
        heading: chosen?.text,
        lines: body.items.map(line),
        more: body.next ? address({ after: body.next }) : null,
      },
    });
  },
};
