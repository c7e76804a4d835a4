import type { Context } from '../model.js';
import type { Step } from '../topic.js';
import { ownersUntil } from './owners.js';
import type { ActionNews } from './record-plan.js';
import type { ChildCaseStanding } from './standing.js';

/** Who reads the safety part of a plan because an action of it is theirs, and until when: null without end. */
export interface PartnersRead {
  [userId: string]: string | null;
}

/** The plan partners of a case, for what belongs to the safety part and is a record of its own. */
export function partnersOf({
  partners,
  closed,
}: Pick<ChildCaseStanding, 'partners' | 'closed'>): PartnersRead {
  return Object.fromEntries(ownersUntil(partners, closed?.at ?? null));
}

type Ctx = Context<ChildCaseStanding, ActionNews>;

/** Tells the services of a case, as far as they were locked, who its plan partners are. */
function tellPartners({ record, locked }: Ctx): Step[] {
  const payload = { partners: partnersOf(record.standing) };
  return locked
    .filter(({ kind, parentId }) => kind === 'serviceEpisode' && parentId === record.id)
    .map(({ id }) => ({ record: { kind: 'serviceEpisode', id }, event: 'receive-partners', payload }));
}

/** Whoever gets a first action of the safety part becomes a partner: the services to the child learn it. */
export function partnerBegun(context: Ctx): Step[] {
  const { record, payload } = context;
  const isFirst = payload.part === 'safety' && record.standing.partners[payload.ownerId] === 1;
  return isFirst ? tellPartners(context) : [];
}

/** Whose last action of the safety part has ended reads on for the days of grace: the services learn it. */
export function partnerEnded(context: Ctx): Step[] {
  const { record, payload } = context;
  const wasLast = payload.part === 'safety' && typeof record.standing.partners[payload.ownerId] === 'string';
  return wasLast ? tellPartners(context) : [];
}
