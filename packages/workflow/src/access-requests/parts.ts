import { manager } from '../child-cases/principals.js';
import type { ChildCaseStanding } from '../child-cases/standing.js';
import { derivedId } from '../derived-id.js';
import { localId } from '../local-id.js';
import type { Context, StoredRecord } from '../model.js';
import type { Step } from '../topic.js';
import type { AccessRequestStanding, OpenPartPayload, RecordAccessRequestPayload } from './standing.js';

type Ctx = Context<AccessRequestStanding, object>;
type Case = StoredRecord<ChildCaseStanding>;

/** The parts of a request that were opened before, as far as they were locked with it. */
function partsOf({ record, locked }: Ctx): StoredRecord<AccessRequestStanding>[] {
  return (locked as StoredRecord<AccessRequestStanding>[]).filter(
    ({ kind, standing }) => kind === 'accessRequest' && standing.partOf === record.id,
  );
}

/**
 * Opens a part of the request for every case of the child, whether information governance may know of the case or not.
 * The part is a record about the case, with the readers of the case: for a restricted one those whom the restriction
 * names, for any other the manager of its team and senior managers, for what of it information governance does not read
 * (the disruption part, restricted notes). Whoever holds it finds it in the list of work, gathers, decides, has a second
 * person approve, and answers the requester in a letter of its own. Nothing of the request tells of a part, neither its
 * standing, its bundle, its letter, nor what is answered to the command: the cases are looked for unseen, whether or not
 * there are any.
 */
export function openParts(context: Ctx): Step[] {
  const { record, locked, commandId, facts } = context;
  const asked = facts.written.find(({ kind }) => kind === 'access-request')?.body;
  const { scope = '', sendTo = '' } = (asked ?? {}) as Partial<RecordAccessRequestPayload>;
  const { partOf, requester, receivedOn, countsFrom, identity, extended, clocks } = record.standing;
  if (partOf !== null) return [];
  const known = new Set(partsOf(context).map(({ subjectId }) => subjectId));
  const cases = (locked as Case[]).filter(({ kind }) => kind === 'childCase');
  return cases
    .filter((one) => !known.has(one.id))
    .map((one, index): Step => {
      const { access, childId, team } = one.standing;
      const payload: OpenPartPayload = {
        request: { kind: 'accessRequest', id: record.id },
        standing: {
          ...{ requester, receivedOn, countsFrom, identity, extended, childId, team, partOf: record.id },
          ...(access ? { access } : {}),
        },
        words: { scope, sendTo },
        due: clocks.find(({ rule }) => rule === 'access-response')?.due ?? context.at,
      };
      return {
        record: { kind: 'accessRequest', id: derivedId(commandId, localId.accessPart + index) },
        event: 'open-part',
        payload,
        ...(one.parentId ? { parentId: one.parentId } : {}),
        subjectId: one.id,
      };
    });
}

/** Ends the parts of a request that is withdrawn or refused. */
export function stopParts(context: Ctx): Step[] {
  return partsOf(context)
    .filter(({ state }) => state === 'inProgress' || state === 'decided')
    .map(({ kind, id }) => ({ record: { kind, id }, event: 'stop-part', payload: {} }));
}

/** In whose list a request or a part is: information governance, or whoever holds the case of the part. */
export function holderOf({ partOf, team }: Pick<AccessRequestStanding, 'partOf' | 'team'>): string {
  return partOf === null ? 'role:information-governance' : manager(team);
}
