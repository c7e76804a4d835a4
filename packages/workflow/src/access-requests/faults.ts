import { cautionFaults, nameFaults } from '../child-cases/cautions.js';
import type { ChildCaseStanding } from '../child-cases/standing.js';
import { parentLetterFaults } from '../children/carers.js';
import type { ChildStanding } from '../children/standing.js';
import { localDate } from '../clocks/time-zone.js';
import type { Context, Fault, StoredRecord } from '../model.js';
import { bundleOf } from './bundle.js';
import { exemptionsOn } from './exemptions.js';
import type {
  AccessRequestStanding,
  BundleItem,
  DecideItemsPayload,
  GatherBundlePayload,
  IssueResponsePayload,
  ItemDecided,
  RecordAccessRequestPayload,
} from './standing.js';

type Ctx<P extends object> = Context<AccessRequestStanding, P>;

const fault = (pointer: string, code: string, detail: string): Fault => ({ pointer, code, detail });

/** How many items one bundle holds: one that is larger is asked for in parts. */
export const mostItems = 3000;

/** A request names one child who may be seen, or describes one; it came today or before. */
export function recordFaults({ payload, locked, at, profile }: Ctx<RecordAccessRequestPayload>): Fault[] {
  const { childId, sought, receivedOn } = payload;
  const faults: Fault[] = [];
  if ((childId === undefined) === (sought === undefined))
    faults.push(
      fault('/childId', 'who', 'Name a child on the books, or describe whom the request is about.'),
    );
  if (childId !== undefined && !locked.some(({ kind, id }) => kind === 'child' && id === childId))
    faults.push(fault('/childId', 'noChild', 'This is no child whom you may see.'));
  if (receivedOn > localDate(at, profile.timeZone))
    faults.push(fault('/receivedOn', 'future', 'It came today or before.'));
  return faults;
}

/**
 * Nothing goes to a child or parent of whom a contact caution stands on any of the child's cases, seen or not, nor to
 * anybody whom one names, nor to a parent whom nobody contacts.
 */
export function letterFaults({ record, locked }: Ctx<object>): Fault[] {
  const { kind, name = '' } = record.standing.requester ?? {};
  const cases = locked.filter((one) => one.kind === 'childCase') as StoredRecord<ChildCaseStanding>[];
  const party = kind === 'child' || kind === 'parent' ? kind : null;
  const child = locked.find(({ id }) => id === record.parentId)?.standing as ChildStanding | undefined;
  return [
    ...cases.flatMap(({ standing }) => [
      ...(party ? cautionFaults(standing, party, '') : []),
      ...nameFaults(standing, name, ''),
    ]),
    ...(kind === 'parent' ? parentLetterFaults(child, name) : []),
  ].slice(0, 1);
}

/** A bundle is no longer than can be decided. */
export function gatherFaults({ payload }: Ctx<GatherBundlePayload>): Fault[] {
  return payload.items.length > mostItems
    ? [fault('/items', 'most', `A bundle holds ${mostItems} items: ask the requester for a narrower scope.`)]
    : [];
}

/** What is issued is what was decided on: an item that changed since, or went, is gathered and decided anew. */
export function issueFaults(context: Ctx<IssueResponsePayload>): Fault[] {
  const { payload } = context;
  const cautioned = letterFaults(context);
  if (cautioned.length > 0 || payload.changed === 0) return cautioned;
  const words = `${payload.changed} of the items are not as they were decided on: send the answer back to work and gather again.`;
  return [fault('/items', 'changed', words)];
}

/** Each decision is about an item of the bundle, and says why something is kept back, and what. */
export function decisionFaults({ payload, facts, at, profile, record }: Ctx<DecideItemsPayload>): Fault[] {
  const items = new Map(bundleOf(facts.written).items.map((one) => [one.id, one]));
  const codes = exemptionsOn(localDate(at, profile.timeZone), record.standing.requester?.kind).map(
    ({ code }) => code,
  );
  return payload.items.flatMap((one, index) => faultsOf(one, items.get(one.id), codes, `/items/${index}`));
}

function faultsOf(one: ItemDecided, item: BundleItem | undefined, codes: string[], at: string): Fault[] {
  if (!item) return [fault(`${at}/id`, 'noItem', 'This is no item of the bundle.')];
  const keepsBack = one.decision !== 'release';
  if (!keepsBack && (one.exemption || one.spans || one.replacement || one.unsaid))
    return [
      fault(`${at}/decision`, 'released', 'What is released is released whole and needs no exemption.'),
    ];
  if (keepsBack && !codes.includes(one.exemption ?? ''))
    return [
      fault(
        `${at}/exemption`,
        'exemption',
        'Say by which exemption in force it is kept back; some hold only where a parent asks.',
      ),
    ];
  if (one.decision === 'withhold')
    return one.spans || one.replacement !== undefined
      ? [fault(`${at}/decision`, 'withheld', 'What is withheld is withheld whole.')]
      : [];
  if (!keepsBack) return [];
  if ((one.spans === undefined || one.spans.length === 0) === (one.replacement === undefined))
    return [
      fault(`${at}/spans`, 'redaction', 'Mark what is blacked out, or write what stands in its place.'),
    ];
  const outside = one.spans?.some(({ from, to }) => from >= to || to > item.length);
  return outside ? [fault(`${at}/spans`, 'outside', 'A mark lies outside of the text.')] : [];
}
