import type { ClusterStanding, ClusterSupport } from '../clusters/standing.js';
import type { StoredRecord } from '../model.js';
import { aChildCase } from './a-child-case.js';
import { aSitting } from './a-sitting.js';
import { aPersonCase } from './a-strand-case.js';
import { anIncident } from './incident-payloads.js';
import { aLink } from './link-payloads.js';
import { dueClock, type Partnership } from './people.js';
import { validPayload } from './valid-payload.js';

/** The books after a made-up link was recorded, and led on by these commands of the desk. */
export function linked(...verbs: ('grade-link' | 'withdraw-link' | 'fades')[]): Partnership {
  const one = aChildCase().withWorker();
  const { world } = one;
  const { id } = world.give('links/record-link', aLink(one.standing.childId), world.people.worker);
  for (const verb of verbs) {
    const name = `links/${verb === 'fades' ? 'review-link' : verb}`;
    const payload = validPayload(name, { world, record: world.getRecord(id), choice: 'fades' });
    world.give(name, payload, world.people.analyst, { record: id });
  }
  return world;
}

/** The books after a link was drawn of a made-up incident, in which a child is the victim and a person had part. */
export function linkDrawn(): Partnership {
  const one = aChildCase().withWorker();
  const { world } = one;
  const { desk } = world.people;
  const { aboutId: personId } = aPersonCase(world).standing;
  const { childId } = one.standing;
  const incidentId = world.give('incidents/record-incident', anIncident(), desk).id;
  world.give('incident-victims/link-victim', { childId, incidentId, victim: 1 }, desk);
  world.give('incident-parts/link-part', { incidentId, personId, offender: 1 }, desk);
  world.give('links/draw-link', validPayload('links/draw-link', { world, record: null }), dueClock);
  return world;
}

/** The books after a made-up cluster was proposed, and led on by these commands. */
export function clustered(...verbs: string[]): Partnership {
  const { world } = aChildCase().withWorker();
  const payload = validPayload('clusters/propose-cluster', { world, record: null });
  const { id } = world.give('clusters/propose-cluster', payload, dueClock);
  for (const verb of verbs) {
    const name = `clusters/${verb}`;
    world.give(name, validPayload(name, { world, record: world.getRecord(id) }), world.people.duty, {
      record: id,
    });
  }
  return world;
}

/** The books after the made-up number of a proposed cluster proved to be another one, and after its links were weighed. */
export function clusterWithdrawn(): Partnership {
  const world = clustered();
  weighed(world, [], 'unsupported');
  return world;
}

/** Gives what the weighing of a made-up link finds of the only cluster on the books: who still shares its number. */
export function weighed(world: Partnership, children: string[], changed?: ClusterSupport, over: object = {}) {
  const cluster = world.all('cluster')[0] as StoredRecord<ClusterStanding>;
  const child = world.all('child')[0] as StoredRecord;
  const { id } = world.give('links/record-link', aLink(child.id), world.people.worker);
  const told = {
    ...{ id: cluster.id, known: true, hub: cluster.standing.hub, children, restsOnClosed: false },
    ...{ from: '2026-09-01', to: '2026-10-01', ...(changed ? { changed } : {}), ...over },
  };
  const payload = { held: {}, counts: [], clusters: [told] };
  world.give('links/weigh-link', payload, dueClock, { record: id });
}

/** The books while a sitting hears a made-up cluster. */
export function clusterHeard(): Partnership {
  const world = clustered('confirm-cluster');
  const { id } = world.all('cluster')[0] as { id: string };
  const sitting = aSitting(world).agendaOpen();
  sitting.give('add-item', { caseId: id, caseKind: 'cluster', section: 'theme', asked: 'What next?' });
  return sitting.inSession().hearing(id).world;
}
