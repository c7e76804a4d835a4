import { quarterOf, today } from '../../../asked-days.js';
import { dateWords, dueWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';
import { placeOf } from '../../../place-of.js';
import { readAgencies } from '../../../teams.js';
import { cautionTag } from '../../caution-lines.js';
import { type ClocksAddress, clocksAddress, clocksQuestion, standWords } from '../clocks-asked.js';

interface ClockLine {
  id: string;
  rule: string;
  label: string;
  stands: string;
  start: string;
  due: string;
  ended: string | null;
  reason: string | null;
  why: string[];
  provisional: boolean;
  record: {
    id: string;
    kind: string;
    title: string;
    reference: string | null;
    ownerId: string | null;
    ownerName: string | null;
    cautions: string[];
  };
}

interface ClocksView {
  items: ClockLine[];
  rules: { rule: string; label: string }[];
  next: string | null;
}

const addressOf = (asked: ClocksAddress): string => `/clocks?${new URLSearchParams({ ...asked })}`;

function line(one: ClockLine, asked: ClocksAddress) {
  const { record } = one;
  const stand = standWords[one.stands];
  return {
    label: one.label,
    tag: { text: stand?.text ?? one.stands, classes: stand?.classes ?? '' },
    due: one.ended ? dateWords(one.due) : dueWords(one.due),
    ended: one.ended ? dateWords(one.ended) : null,
    reason: one.reason,
    why: one.why,
    provisional: one.provisional,
    href: placeOf(record.kind, record.id),
    about: [record.title, record.reference].filter(Boolean).join(', '),
    cautioned: cautionTag(record.cautions),
    owner: record.ownerName,
    ofOwner: record.ownerId ? addressOf({ ...asked, owner: record.ownerId }) : null,
  };
}

/** What an auditor asks first. */
function ways(): { text: string; href: string }[] {
  const [now, before] = [quarterOf(today()), quarterOf(today(), 1)];
  const actions = { rule: 'action-due', stands: 'late' };
  return [
    { text: 'Everything overdue', href: addressOf({ stands: 'overdue' }) },
    { text: 'Late actions of this quarter', href: addressOf({ ...actions, ...now }) },
    { text: 'Late actions of last quarter', href: addressOf({ ...actions, ...before }) },
    { text: 'All that was late last quarter', href: addressOf({ stands: 'late', ...before }) },
  ];
}

const chosen = <T extends { value: string }>(items: T[], value = '') =>
  items.map((item) => ({ ...item, selected: item.value === value }));

/** The clocks of all records that the reader reads, by kind, agency, owner, standing and due day, each with why it is due then. */
export const page: Page = {
  id: 'clocks/list',
  url: '/clocks',
  section: '/oversight',

  async get(visit) {
    const asked = clocksAddress(visit);
    const { owner: _one, ...ofEverybody } = asked;
    const question = clocksQuestion(asked, { after: visit.query.after, limit: '50' });
    const [{ body }, agencies] = await Promise.all([
      visit.read<ClocksView>(`/api/v1/clocks?${question}`),
      readAgencies(visit),
    ]);
    const rules = body.rules.map(({ rule, label }) => ({ value: rule, text: label }));
    const owner = body.items.find(({ record }) => record.ownerId === asked.owner)?.record.ownerName;
    return show({
      title: 'Clocks',
      back: { href: '/oversight', text: 'Oversight' },
      model: {
        ways: ways(),
        ruleItems: chosen(
          [{ value: '', text: 'Every kind' }, ...rules.sort((one, two) => one.text.localeCompare(two.text))],
          asked.rule,
        ),
        standItems: chosen(
          [
            { value: '', text: 'However it stands' },
            ...Object.entries(standWords).map(([value, { text }]) => ({ value, text })),
          ],
          asked.stands,
        ),
        agencyItems: chosen(
          [
            { value: '', text: 'Every agency' },
            ...agencies.map(({ id, name }) => ({ value: id, text: name })),
          ],
          asked.agency,
        ),
        from: asked.from ?? '',
        to: asked.to ?? '',
        ownerId: asked.owner ?? '',
        sort: visit.query.sort ?? '',
        owner: owner ?? 'one person',
        everyOwner: addressOf(ofEverybody),
        lines: body.items.map((one) => line(one, asked)),
      },
    });
  },
};
