import { stateLabels, stepLabels } from '@mase/workflow/words';
import { path } from '../../../api-client.js';
import { areaWords } from '../../../area-words.js';
import { distanceWords } from '../../../date-words.js';
import { filtersInForce } from '../../../filters-in-force.js';
import { type Page, show } from '../../../page.js';
import { readList } from '../../../read-list.js';
import type { Visit } from '../../../visit.js';
import { cautionTag } from '../../caution-lines.js';
import { ageWords } from '../case-bar.js';
import { gradeName } from '../code-words.js';

/** A case as the api lists it. */
interface ListedCase {
  id: string;
  reference: string | null;
  state: { work: string; panel: string };
  /** Left out where the reader knows the case by its receipt only, like all that follows. */
  name?: string;
  grade?: string | null;
  ownerName?: string | null;
  /** How many workers the child has had. */
  workers?: number;
  nextDue?: string | null;
  nextStep?: string | null;
  /** Whom contact cautions stop that stand beside the name. */
  cautions?: string[];
}

const filters = ['reference', 'phase', 'grade', 'owner'] as const;

const phases = ['awaitingTriage', 'assessing', 'planning', 'monitoring', 'suspended', 'closing', 'closed'];

function line(item: ListedCase) {
  const { nextDue = null, nextStep } = item;
  return {
    title: item.name ?? 'Your referral',
    reference: item.reference,
    owner: item.ownerName ?? null,
    workers: (item.workers ?? 0) > 1 ? item.workers : null,
    nextDue,
    href: `/child-cases/${item.id}`,
    state: stateLabels[item.state.work] ?? item.state.work,
    grade: item.grade ? { code: item.grade, text: gradeName(item.grade) } : null,
    cautioned: cautionTag(item.cautions),
    step: nextStep ? (areaWords().clocks[nextStep]?.label ?? stepLabels[nextStep] ?? null) : null,
    distance: nextDue && distanceWords(nextDue),
    overdue: nextDue !== null && nextDue < new Date().toISOString(),
    receipt: item.name === undefined,
  };
}

interface FoundChild {
  id: string;
  name: string;
  birthDate: string | null;
  cautions?: string[];
}

/** Of a child’s own record, what its cases are listed with. */
interface ChildOfCases {
  name: string;
  cautions: { party: string }[];
  cases: ListedCase[];
}

/** The cases that a page lists: those of one child, or those that fit the filters. */
async function casesFor(visit: Visit, asked: Record<string, string | undefined>) {
  const { child } = visit.query;
  if (!child) return readList<ListedCase>(visit, '/api/v1/child-cases', asked);
  const { body } = await visit.read<ChildOfCases>(path`/api/v1/children/${child}`);
  const cautions = [...new Set(body.cautions.map(({ party }) => party))];
  return { items: body.cases.map((one) => ({ ...one, name: body.name, cautions })), next: null };
}

async function childrenNamed(visit: Visit, name: string) {
  const { items } = await readList<FoundChild>(visit, '/api/v1/children', { name, after: undefined });
  const today = new Date().toISOString().slice(0, 10);
  return items.map(({ id, name: found, birthDate, cautions }) => ({
    name: found,
    cautioned: cautionTag(cautions),
    age: ageWords(birthDate, today),
    href: `/child-cases?child=${id}`,
  }));
}

/** The children whose cases the reader may see: found by name or reference, narrowed by state, grade and worker. */
export const page: Page = {
  id: 'child-cases/list',
  url: '/child-cases',
  section: '/child-cases',

  async get(visit) {
    const asked = Object.fromEntries(filters.map((name) => [name, visit.query[name]]));
    const name = visit.query.name?.trim();
    const [{ items }, named] = await Promise.all([
      casesFor(visit, asked),
      name ? childrenNamed(visit, name) : null,
    ]);
    const choices = {
      phases: [
        { value: '', text: 'Any' },
        ...phases.map((value) => ({ value, text: stateLabels[value] ?? value })),
      ],
      grades: [
        { value: '', text: 'Any' },
        ...['high', 'medium', 'low', 'none'].map((value) => ({ value, text: gradeName(value) })),
      ],
      owners: [
        { value: '', text: 'Anybody' },
        { value: 'me', text: 'Me' },
      ],
    };
    return show({
      title: 'Children',
      values: { ...asked, name },
      model: {
        cases: items.map(line),
        named,
        narrowed: Boolean(visit.query.child) || filters.some((name) => asked[name]),
        ...choices,
        inForce: filtersInForce('/child-cases', visit.query, [
          { name: 'name', label: 'Full name' },
          { name: 'reference', label: 'Reference' },
          { name: 'phase', label: 'State', choices: choices.phases },
          { name: 'grade', label: 'Grade', choices: choices.grades },
          { name: 'owner', label: 'Worker', choices: choices.owners },
        ]),
        sort: visit.query.sort ?? '',
      },
    });
  },
};
