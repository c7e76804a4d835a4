import { labelOf, policeLevels, triggerPlans } from '@mase/workflow/words';
import { path } from '../../../api-client.js';
import { birthWords } from '../../../date-words.js';
import { enter, enterDate, select } from '../../../error-words.js';
import type { FormValues } from '../../../form-values.js';
import { type Answer, goTo, type Page, show } from '../../../page.js';
import type { ListPage } from '../../../read-list.js';
import type { Visit } from '../../../visit.js';
import type { ChildView } from '../../children/child.js';
import { fromWords, planWords } from '../episode.js';

const title = 'Report a child missing';
const here = '/missing-episodes/report-missing';

const facts = ({ chosenName, birthDate, localId }: ChildView): string =>
  [
    chosenName ? `called ${chosenName}` : '',
    birthDate ? `born ${birthWords(birthDate)}` : 'date of birth not known',
    localId ? `number ${localId}` : '',
  ]
    .filter(Boolean)
    .join(', ');

/** Today, for a date that is mostly today. */
function today(): FormValues {
  const [year, month, day] = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' })
    .format(new Date())
    .split('-');
  return { 'since-day': day, 'since-month': month, 'since-year': year, kind: 'missing' };
}

/** The first step: who it is, so that no child is on the books twice. */
function finding(visit: Visit, found: ListPage<ChildView> | null): Answer {
  return show({
    title,
    back: { href: '/missing-now', text: 'Missing now' },
    values: visit.form,
    model: {
      finding: true,
      searched: found !== null,
      found: found?.items.map((one) => ({
        href: `${here}?child=${one.id}`,
        name: one.name,
        facts: facts(one),
      })),
      more: Boolean(found?.next),
      describe: `${here}?new=yes`,
    },
  });
}

const isReporting = ({ query }: Visit): boolean => Boolean(query.child || query.new);

function described(visit: Visit): object {
  if (visit.query.child) return { childId: visit.query.child };
  const [firstName, lastName, description] = ['firstName', 'lastName', 'description'].map((one) =>
    visit.typed(`child-${one}`),
  );
  return { child: { firstName, lastName, description, birthDate: visit.typedDate('child-birthDate') } };
}

const plain = [
  ...['kind', 'missingFrom', 'reportedBy', 'policeReference', 'policeLevel', 'looking', 'triggerPlan'],
  ...['circumstances', 'hostingPart', 'otherArea'],
];

/** A child who is missing now: found on the books or described, then since when, from where and who says so. */
export const page: Page = {
  id: 'missing-episodes/report-missing',
  url: here,
  section: '/missing-now',
  fields: {
    name: enter('the name'),
    birthDate: enterDate('the date of birth'),
    child: { ...enter('who the child is'), part: 'firstName' },
    'child-birthDate': enterDate('the date of birth'),
    since: enterDate('the date and time since when the child is missing'),
    kind: select('whether the child is missing or away'),
    missingFrom: select('where the child is missing from'),
    reportedBy: enter('who reports it'),
    policeReference: enter('the police reference'),
    policeLevel: select('the police level'),
    looking: enter('who is looking'),
    triggerPlan: select('whether a trigger plan is used'),
    circumstances: enter('what happened'),
    hostingPart: select('which area placed the child'),
    otherArea: enter('the other area'),
  },
  draft: (visit) => visit.query.child ?? 'new',

  async get(visit) {
    if (!isReporting(visit)) return finding(visit, null);
    const child = visit.query.child
      ? (await visit.read<ChildView>(path`/api/v1/children/${visit.query.child}`)).body
      : null;
    const typed = Object.values(visit.form).some(Boolean);
    return show({
      title,
      back: { href: here, text: 'Somebody else' },
      values: typed ? visit.form : today(),
      model: {
        finding: false,
        child: child && { name: child.name, facts: facts(child) },
        levels: policeLevels.map((value) => ({ value, text: labelOf(value) })),
        plans: triggerPlans.map((value) => ({ value, text: planWords[value] })),
        froms: Object.entries(fromWords).map(([value, text]) => ({ value, text })),
      },
    });
  },

  async post(visit) {
    if (!isReporting(visit)) {
      const asked = {
        name: visit.typed('name'),
        birthDate: visit.typedDate('birthDate'),
        localId: visit.typed('localId'),
      };
      const { body } = await visit.send<ListPage<ChildView>>('/api/v1/children/search', asked);
      return finding(visit, body);
    }
    const { body } = await visit.send<{ id: string }>('/api/v1/missing-episodes/report-missing', {
      ...described(visit),
      ...Object.fromEntries(plain.map((name) => [name, visit.typed(name)])),
      since: visit.typedMoment('since'),
    });
    return goTo(
      `/missing-episodes/${body.id}`,
      'The report is recorded, and those who look for the child are told.',
    );
  },
};
