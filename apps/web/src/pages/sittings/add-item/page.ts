import { canDo, missingFor } from '../../../allowed.js';
import { path } from '../../../api-client.js';
import { ApiRefusedError } from '../../../api-refused-error.js';
import { dateWords, dueWords } from '../../../date-words.js';
import { type Fields, select } from '../../../error-words.js';
import type { FormValues } from '../../../form-values.js';
import { again, goTo, type Page, show } from '../../../page.js';
import { codeWords } from '../../../strand.js';
import type { Visit } from '../../../visit.js';
import { sectionsOf } from '../agenda-times.js';
import {
  basisLabel,
  type ListedCase,
  type ListedKind,
  readListed,
  usualMinutes,
  usualSection,
} from '../listed-case.js';
import { readSitting, sittingWords } from '../sitting.js';

const fields: Fields = { caseId: select('at least one case') };

const headings: [ListedKind, string][] = [
  ['childCase', 'Children'],
  ['personCase', 'Persons of concern'],
  ['locationCase', 'Places'],
  ['cluster', 'Clusters of children'],
];

function weightOf({ kind, grade }: ListedCase): string {
  if (kind === 'cluster') return '';
  if (kind === 'childCase') return grade ? `graded ${grade}` : 'no grade yet';
  return `${codeWords(grade).toLowerCase()} priority`;
}

function caseModel(one: ListedCase, first: boolean) {
  return {
    id: one.id,
    kind: one.kind,
    name: one.name,
    elementId: first ? 'caseId' : `case-${one.id}`,
    kindField: `kind-${one.id}`,
    sectionField: `section-${one.id}`,
    minutesField: `minutes-${one.id}`,
    askedField: `asked-${one.id}`,
    sections: sectionsOf[one.kind],
    hint: [
      one.name === one.reference ? '' : one.reference,
      weightOf(one),
      one.listing
        ? `listed on ${dateWords(one.listing.at)}: ${basisLabel(one.listing.basis).toLowerCase()}`
        : '',
      one.listing?.until ? `deferred until ${dueWords(one.listing.until)}` : '',
    ]
      .filter(Boolean)
      .join(', '),
  };
}

/** The cases under a heading each for children, persons, places and clusters; a heading with none is left out. */
function groupsOf(open: ListedCase[]) {
  const ordered = headings.flatMap(([kind]) => open.filter((one) => one.kind === kind));
  return headings
    .map(([kind, heading]) => ({
      heading,
      cases: ordered
        .filter((one) => one.kind === kind)
        .map((one) => caseModel(one, one.id === ordered[0]?.id)),
    }))
    .filter(({ cases }) => cases.length > 0);
}

function startValues(listed: ListedCase[]): FormValues {
  return Object.fromEntries(
    listed.flatMap((one): [string, string][] => [
      [`section-${one.id}`, usualSection(one)],
      [`minutes-${one.id}`, String(usualMinutes(usualSection(one)))],
      [`asked-${one.id}`, one.listing?.asked ?? ''],
    ]),
  );
}

interface Taken {
  version: string | undefined;
  count: number;
}

/** Puts one case after another on the agenda, each by its own command upon the version that the last one left. */
async function addAll(visit: Visit, ids: string[]): Promise<number> {
  const to = path`/api/v1/sittings/${visit.params.id ?? ''}/add-item`;
  let taken: Taken = { version: visit.sent.version, count: 0 };
  for (const id of ids) {
    const minutes = visit.typed(`minutes-${id}`);
    const kind = visit.typed(`kind-${id}`);
    const body = {
      caseId: id,
      caseKind: kind === 'childCase' ? undefined : kind,
      section: visit.typed(`section-${id}`),
      asked: visit.typed(`asked-${id}`),
      minutes: minutes === undefined ? undefined : Number(minutes),
      lateReason: visit.typed('lateReason'),
    };
    const answer = await visit.api.post(to, body, {
      key: visit.sent.key && `${visit.sent.key}-${id}`,
      version: taken.version,
    });
    if (!answer.ok) throw new ApiRefusedError(answer);
    taken = { version: answer.etag ?? taken.version, count: taken.count + 1 };
  }
  return taken.count;
}

/** Listed cases to put on the agenda: tick them, say where each comes, what is asked and for how long. */
export const page: Page = {
  id: 'sittings/add-item',
  url: '/sittings/:id/add-item',
  section: '/sittings',
  fields,
  place: (pointer, visit) => placed(pointer, visit),

  async get(visit) {
    const [{ sitting, etag }, listed] = await Promise.all([readSitting(visit), readListed(visit)]);
    const on = new Set(sitting.items.map(({ caseId }) => caseId));
    const asked = visit.query.caseId;
    const open = listed.cases.filter(({ id }) => !on.has(id));
    const late = sitting.papersIssuedAt !== null;
    return show({
      title: 'Add items to the agenda',
      version: etag,
      back: { href: `/sittings/${sitting.id}`, text: 'Back to the agenda' },
      values: { ...startValues(open), caseId: asked ?? [] },
      model: {
        caption: sittingWords(sitting),
        groups: groupsOf(open),
        more: listed.more,
        // Whoever comes from a case that waits elsewhere, or not at all, is told why it is not here.
        elsewhere: asked !== undefined && !open.some(({ id }) => id === asked),
        late,
        missing: canDo(sitting.allowed, 'sittings/add-item')
          ? []
          : missingFor(sitting.allowed, 'sittings/add-item'),
        cancel: `/sittings/${sitting.id}`,
      },
    });
  },

  async post(visit) {
    const ids = visit.typedList('caseId');
    if (!ids) return again({ caseId: 'Select at least one case' });
    const bad = ids.find((id) => !/^\d{1,3}$/.test(visit.typed(`minutes-${id}`) ?? '5'));
    if (bad) return again({ [`minutes-${bad}`]: 'Minutes must be a whole number, like 8' });
    const unasked = ids.find((id) => !visit.typed(`asked-${id}`));
    if (unasked) return again({ [`asked-${unasked}`]: 'Enter what is asked of the panel' });
    const count = await addAll(visit, ids);
    const words = count === 1 ? 'One item was added.' : `${count} items were added.`;
    return goTo(`/sittings/${encodeURIComponent(visit.params.id ?? '')}#agenda`, words);
  },
};

/** A fault of one item belongs to the first ticked case, which is the one being added when there is only one. */
function placed(pointer: string, visit: Visit): string | undefined {
  const field = pointer.slice(1);
  const [first] = visit.typedList('caseId') ?? [];
  return ['section', 'minutes', 'asked'].includes(field) && first ? `${field}-${first}` : undefined;
}
