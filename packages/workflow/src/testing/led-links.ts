import { aChildCase } from './a-child-case.js';
import { aSitting } from './a-sitting.js';
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

/** The books while a sitting hears a made-up cluster. */
export function clusterHeard(): Partnership {
  const world = clustered('confirm-cluster');
  const { id } = world.all('cluster')[0] as { id: string };
  const sitting = aSitting(world).agendaOpen();
  sitting.give('add-item', { caseId: id, caseKind: 'cluster', section: 'theme', asked: 'What next?' });
  return sitting.inSession().hearing(id).world;
}
