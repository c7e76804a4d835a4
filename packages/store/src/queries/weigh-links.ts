import {
  type ChildStanding,
  type ClusterStanding,
  clusterNews,
  endOfNode,
  holdersOf,
  type Profile,
  type SharedBy,
  type Sighting,
  sharedWithin,
  type WeighLinkPayload,
} from '@mase/workflow';
import type { ChangeRequest } from '../change.js';
import { normalTerm } from '../change-rows.js';
import type { Store } from '../store.js';
import { byOneWorker, proposalId } from './by-one-worker.js';
import { changeBySystem } from './change-by-system.js';
import { drawLinks, isDrawnFrom, type Undrawn } from './draw-links.js';
import { findProfile } from './find-profile.js';
import { weighMatches } from './weigh-matches.js';
import { withdrawMatches } from './withdraw-matches.js';

/**
 * A link, or a report of intelligence, that was recorded, changed or ended since it was last weighed; what links are to be
 * drawn from; or what a match is of, where that changed.
 */
interface Unweighed extends Undrawn {
  at: Date;
}

interface HubSighting {
  hub: string;
  child_id: string;
  first_on: string;
  last_on: string;
  closed: boolean;
}

type Cluster = WeighLinkPayload['clusters'][number];

/** A cluster on the books: in which phase, and what it was last told. */
interface Known extends Pick<ClusterStanding, 'children' | 'count' | 'restsOnClosed' | 'unsupportedAt'> {
  id: string;
  phase: string;
}

/** What the links at a hub come to; `supported` where they are enough for a cluster. */
interface Found extends SharedBy {
  restsOnClosed: boolean;
  supported: boolean;
}

/** By what children are held to share something; an address is looked at as a place. */
const hubKinds = ['person', 'location', 'phone', 'vehicle', 'device', 'handle'];

/**
 * Weighs links, and reports that name children with identifiers, as they were recorded, changed or ended, at most `limit`: tells the cases at their ends how many distinct
 * children are linked, and proposes a cluster where several children share a person, a place, a vehicle or a phone within
 * the days of the area’s profile. Draws links from incidents and measures, which are weighed the next time. Ends the matches that a withdrawn link leaves without one, and tells others what has become of their records. Each link is weighed by an ordinary command by the system. One worker at a time; answers
 * how many were weighed.
 */
export async function weighLinks(worker: Store, app: Store, limit = 100): Promise<number> {
  const waiting = { name: 'weigh links', waiting: 'unweighed_links', limit };
  const profiles = new Map<string, Profile>();
  return byOneWorker<Unweighed>(worker, waiting, async (one) => {
    const profile =
      profiles.get(one.partnership_id) ??
      (await findProfile(worker.pool, one.partnership_id, worker.clock()));
    profiles.set(one.partnership_id, profile);
    if (isDrawnFrom(one)) await drawLinks(worker, app, one, profile);
    else if (isWeighed(one)) await weighOne(worker, app, one, profile);
    if (!isDrawnFrom(one)) await weighMatches(worker, app, one, profile);
    await noteWeighed(worker, one);
  });
}

/** Whether it is weighed for the network; of others the matches alone. */
const isWeighed = ({ kind }: Unweighed) => kind === 'link' || kind === 'intelligence';

async function weighOne(worker: Store, app: Store, one: Unweighed, profile: Profile): Promise<void> {
  if (one.kind !== 'link') {
    await weighReport(app, one, await clustersBy(worker, one, profile), profile);
    return;
  }
  await withdrawMatches(worker, app, one, profile);
  const payload: WeighLinkPayload = {
    held: await heldAt(worker, one.record_id),
    counts: await countsAt(worker, one.record_id),
    clusters: await clustersBy(worker, one, profile),
  };
  if (Object.values(payload).some((part) => Object.keys(part).length > 0))
    await give(app, one, profile, { name: 'links/weigh-link', recordId: one.record_id, payload });
}

/** A report tells clusters alone, each by a command of its own: nothing of it stands on the report. */
async function weighReport(app: Store, one: Unweighed, clusters: readonly Cluster[], profile: Profile) {
  for (const { id, known, changed, ...proposal } of clusters) {
    const { event, choice } = clusterNews({ known, changed });
    const payload = { ...proposal, ...(choice ? { support: choice } : {}) };
    await give(app, one, profile, { name: `clusters/${event}`, recordId: id, payload });
  }
}

async function noteWeighed(worker: Store, { record_id, at }: Unweighed): Promise<void> {
  const text = 'select note_weighed($1, $2)';
  await worker.pool.query({ name: 'note weighed', text, values: [record_id, at] });
}

/** Gives an ordinary command by the system. */
async function give(
  app: Store,
  { partnership_id }: Unweighed,
  profile: Profile,
  command: Pick<ChangeRequest, 'name' | 'recordId' | 'payload'>,
): Promise<void> {
  const outcome = await changeBySystem(app, partnership_id, {
    ...command,
    profile,
    by: 'Weighing of links',
  });
  if (outcome.outcome !== 'accepted') throw new Error(`A link was not weighed: ${outcome.outcome}`);
}

async function heldAt(worker: Store, linkId: string): Promise<WeighLinkPayload['held']> {
  const found = await worker.pool.query<{ child_id: string; held: string }>({
    name: 'holders at link',
    text: 'select * from holders_at_link($1)',
    values: [linkId],
  });
  return Object.fromEntries(
    found.rows.map(({ child_id, held }) => {
      const child = JSON.parse(held) as Pick<ChildStanding, 'holders' | 'former'>;
      return [child_id, { holders: holdersOf(child), former: child.former ?? {} }];
    }),
  );
}

async function countsAt(worker: Store, linkId: string): Promise<WeighLinkPayload['counts']> {
  const found = await worker.pool.query<{
    id: string;
    kind: 'personCase' | 'locationCase';
    linked_children: number;
    days: string[];
  }>({ name: 'cases at link', text: 'select * from cases_at_link($1)', values: [linkId] });
  return found.rows.map(({ id, kind, linked_children, days }) => ({
    ...{ id, kind, linkedChildren: linked_children },
    concerns: days,
  }));
}

/** The clusters that a link is part of, or was before it ended or moved, as far as they are not known as they are. */
async function clustersBy(
  worker: Store,
  { partnership_id, record_id }: Unweighed,
  profile: Profile,
): Promise<Cluster[]> {
  const hubs = await worker.pool.query<{ hub: string }>({
    name: 'hubs of link',
    text: 'select * from hubs_of_link($1)',
    values: [record_id],
  });
  const clusters: Cluster[] = [];
  for (const { hub } of hubs.rows.filter(({ hub }) => hubKinds.some((kind) => hub.startsWith(`${kind}:`)))) {
    const seen = await worker.pool.query<HubSighting>({
      name: 'sightings at hub',
      text: 'select * from sightings_at_hub($1, $2)',
      values: [partnership_id, hub],
    });
    const known = await knownCluster(worker, partnership_id, hub);
    const found = foundAt(seen.rows, profile, known);
    const news = newsOf(known, found);
    if (!news) continue;
    const { supported: _supported, ...shared } = found;
    const id = known?.id ?? proposalId('cluster', partnership_id, hub);
    clusters.push({ id, hub: endOfNode(hub), ...shared, ...news });
  }
  return clusters;
}

/**
 * Open links are looked at first: a cluster that rests on them alone is open. Where not even the closed ones are enough,
 * it is what still stands of what the cluster was told.
 */
function foundAt(rows: readonly HubSighting[], { clusters: rule }: Profile, known: Known | null): Found {
  const sighting = ({ child_id, first_on, last_on }: HubSighting): Sighting => ({
    childId: child_id,
    firstOn: first_on,
    lastOn: last_on,
  });
  const openRows = rows.filter(({ closed }) => !closed);
  const open = sharedWithin(openRows.map(sighting), rule);
  if (open) return { ...open, restsOnClosed: false, supported: true };
  const all = sharedWithin(rows.map(sighting), rule);
  if (all) return { ...all, restsOnClosed: true, supported: true };
  const restsOnClosed = known?.restsOnClosed ?? false;
  const left = restsOnClosed ? rows : openRows;
  return {
    children: [...new Set(left.map(({ child_id }) => child_id))].sort(),
    from: left.map(({ first_on }) => first_on).sort()[0] ?? '',
    to:
      left
        .map(({ last_on }) => last_on)
        .sort()
        .at(-1) ?? '',
    restsOnClosed,
    supported: false,
  };
}

async function knownCluster(worker: Store, partnershipId: string, hub: string): Promise<Known | null> {
  const found = await worker.pool.query<{ id: string; phase: string; standing: string }>({
    name: 'clusters of hub',
    text: 'select * from clusters_of($1, $2)',
    values: [partnershipId, normalTerm(hub)],
  });
  const [row] = found.rows;
  return row ? { ...(JSON.parse(row.standing) as ClusterStanding), id: row.id, phase: row.phase } : null;
}

/** What is to be told of what was found at a hub, and as what; null where it is known. */
function newsOf(known: Known | null, found: Found): Pick<Cluster, 'known' | 'changed'> | null {
  if (!known) return found.supported ? { known: false } : null;
  if (found.supported && (hasGrown(known, found) || known.phase === 'withdrawn')) return { known: true };
  const isOpen = known.phase === 'proposed' || known.phase === 'discussing';
  const differs =
    found.supported && known.restsOnClosed !== found.restsOnClosed
      ? true
      : isOpen && (Boolean(known.unsupportedAt) === found.supported || known.count !== found.children.length);
  return differs ? { known: true, changed: found.supported ? 'supported' : 'unsupported' } : null;
}

/** A cluster is told again, or proposed anew where it was declined or closed, once a child belongs to it who did not. */
function hasGrown({ children, count }: Known, shared: SharedBy): boolean {
  const isNew = (id: string) => !children.includes(id);
  return shared.children.length > count || (count <= children.length && shared.children.some(isNew));
}
