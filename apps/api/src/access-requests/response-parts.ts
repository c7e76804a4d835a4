import { findNames, findRecordsById, type OpenedRecord, type Tx } from '@mase/store';
import {
  type AccessRequestStanding,
  type Bundle,
  bundleOf,
  type ChildStanding,
  type Profile,
  type RecordAccessRequestPayload,
  type StoredRecord,
} from '@mase/workflow';
import { type GatheredItem, gather } from './gather.js';
import type { ResponseParts } from './response-model.js';

type Request = StoredRecord<AccessRequestStanding>;

/** An answer’s parts, where it goes, and how many items are not as they were decided on. */
export interface FoundParts {
  parts: ResponseParts;
  sendTo: string;
  changed: number;
}

/** The items of a bundle with their texts as this reader reads them now. */
export async function readBundle(
  tx: Tx,
  opened: OpenedRecord,
): Promise<{ bundle: Bundle; texts: Map<string, GatheredItem> }> {
  const bundle = bundleOf(opened.written);
  if (bundle.items.length === 0) return { bundle, texts: new Map() };
  const found = await gather(tx, opened.record as Request);
  return { bundle, texts: new Map(found.map((one) => [one.id, one])) };
}

/** Reads what an answer is made of, under the context of whoever asks for it. */
export async function findParts(tx: Tx, opened: OpenedRecord, profile: Profile): Promise<FoundParts> {
  const record = opened.record as Request;
  const { standing } = record;
  const { bundle, texts } = await readBundle(tx, opened);
  const asked = askedIn(opened);
  const [child] = standing.childId ? await findRecordsById(tx, [standing.childId]) : [];
  const refusal = opened.written.find(({ kind, body }) => kind === 'request-ended' && 'ground' in body)?.body;
  const names = await findNames(
    tx,
    bundle.items.map(({ agencyId }) => agencyId),
  );
  const isAsDecided = ({ id, digest }: { id: string; digest: string }) => texts.get(id)?.digest === digest;
  const given = [...bundle.decided.values()].filter(({ decision }) => decision !== 'withhold');
  return {
    parts: {
      id: record.id,
      standing,
      about: standing.sought?.name ?? (child?.standing as ChildStanding | undefined)?.name ?? 'Not recorded',
      scope: asked.scope,
      bundle,
      texts,
      names,
      refusal: (refusal as ResponseParts['refusal'] | undefined) ?? null,
      profile,
    },
    sendTo: asked.sendTo,
    changed: given.filter((one) => !isAsDecided(one)).length,
  };
}

/** What was asked for and where the answer goes. */
function askedIn({ record, written }: OpenedRecord): Pick<RecordAccessRequestPayload, 'scope' | 'sendTo'> {
  const own = written.find(({ kind }) => kind === 'access-request' || kind === 'part-opened')?.body;
  const body = own as Partial<RecordAccessRequestPayload> | undefined;
  const requester = (record as Request).standing.requester?.name ?? '';
  return { scope: body?.scope ?? 'Everything that is held', sendTo: body?.sendTo ?? requester };
}
