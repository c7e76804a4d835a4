import { kindsOnCase } from '../child-cases/holder-steps.js';
import { endAccessSteps, followers } from '../links/told.js';
import type { Access, Context, RecordKind, StoredRecord } from '../model.js';
import type { StrandCaseStanding } from '../strand-cases/standing.js';
import { accessEvent, type CommandDefinition, type Step } from '../topic.js';
import { type AgendaItemStanding, caseOfItem, type ItemConnectionPayload } from './standing.js';
import { keptWith, keptWithCase } from './with-case.js';

type Ctx = Context<AgendaItemStanding, ItemConnectionPayload>;
type Case = StoredRecord<StrandCaseStanding>;

const underChild: readonly RecordKind[] = [
  'childCase',
  'missingEpisode',
  'returnInterview',
  'incidentVictim',
  'referralProposal',
  'accessRequest',
  'protection',
];

/** The case of an item with all that hangs on it, and on the child, person or place that it is about: whoever withdraws reads none of it. */
export const allOfItsCase = {
  parent: 'share',
  subject: 'update',
  subjectParent: 'update',
  underSubject: ['agendaItem', 'breakGlass', ...kindsOnCase],
  underSubjectParent: [...underChild, 'personCase', 'locationCase', ...followers],
  matched: {
    kind: 'cluster',
    about: keptWithCase,
    terms: ({ childId }: AgendaItemStanding) => (childId ? [{ kind: 'clusterChild', term: childId }] : []),
  },
  unseen: true,
} as const satisfies CommandDefinition['locks'];

const joined = (...lists: (readonly string[] | undefined)[]): string[] =>
  [...new Set(lists.flatMap((list) => list ?? []))].sort();

const told = ({ kind, id }: StoredRecord, payload: Access): Step => ({
  record: { kind, id },
  event: accessEvent,
  payload,
});

/** The case of a person or a place, or a cluster, with its items and actions and the person or place: none is read from now on. */
function strandSteps(
  { locked }: Pick<Ctx, 'locked'>,
  about: Case,
  change: (without: readonly string[]) => string[],
): Step[] {
  const access = { ...about.standing.access, without: change(about.standing.access?.without ?? []) };
  const items = keptWith(locked, [about.id]);
  const behind = locked.find(({ id }) => id === about.standing.aboutId);
  const ofBehind = { ...behind?.standing.access };
  ofBehind.without = change(ofBehind.without ?? []);
  return [
    ...[about, ...items].map((one) => told(one, access)),
    ...(behind ? [told(behind, ofBehind), ...endAccessSteps(locked, behind.id, ofBehind)] : []),
  ];
}

/**
 * A connection declared on an item is one with whom the case is about: the case learns of it, and with it all its items,
 * those of later sittings too. An item without a case keeps it to itself, and passes it on to the one that takes it up.
 */
export function connectionSteps({ record, payload, actor, locked }: Ctx): Step[] {
  const { standing } = record;
  const userId = payload.userId ?? (actor.userId as string);
  if (standing.subject) return [];
  const about = caseOfItem(standing);
  if (about.kind === 'childCase') {
    const { reason } = payload;
    return [{ record: about, event: 'declare-connection', payload: { userId, reason } }];
  }
  const found = locked.find(({ kind, id }) => kind === about.kind && id === about.id) as Case | undefined;
  return found ? strandSteps({ locked }, found, (without) => joined(without, [userId])) : [];
}

/** A connection that is taken back is taken back on the case and all its items: the person reads them as the rules have it. */
export function withdrawalSteps({ record, payload, locked }: Ctx): Step[] {
  const { standing } = record;
  const { userId = '', reason } = payload;
  if (standing.subject) return [];
  const about = caseOfItem(standing);
  const found = locked.find(({ kind, id }) => kind === about.kind && id === about.id) as Case | undefined;
  if (!found?.standing.access?.without?.includes(userId)) return [];
  if (about.kind === 'childCase')
    return [{ record: about, event: 'withdraw-connection', payload: { userId, reason } }];
  return strandSteps({ locked }, found, (without) => without.filter((id) => id !== userId));
}

/** What an item without a case takes over with the one that was not reached: who has withdrawn reads this one neither. */
export function carriedConnections({
  payload,
  locked,
  record,
}: Pick<Context<AgendaItemStanding, { carriedFrom?: string }>, 'payload' | 'locked' | 'record'>): {
  access?: Access;
} {
  const earlier = locked.find(({ id }) => id === payload.carriedFrom)?.standing.access?.without;
  if (!earlier?.length) return {};
  const { access } = record.standing;
  return { access: { ...access, without: joined(access?.without, earlier) } };
}
