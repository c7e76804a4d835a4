import { aChildCase } from './a-child-case.js';
import { aSitting } from './a-sitting.js';
import { aLocationCase, aPersonCase, aYoungPerson } from './a-strand-case.js';
import { aWorld, type Partnership } from './people.js';

/** A suspended case in the midst of time that has passed: its dates lie ahead of the world’s clock. */
function aSuspendedCase(world: Partnership): void {
  const ahead = (days: number) =>
    new Date(Date.parse(world.at) + days * 86_400_000).toISOString().slice(0, 10);
  aChildCase(world)
    .planned()
    .suspended({ checkBy: ahead(14), expected: ahead(40) });
}

/**
 * A world in the midst of its work: children whose cases stand at every state, one of them before the panel, one of
 * somebody soon 18, one that moves away, a sitting that is prepared and one that is in session.
 */
export function aBusyWorld(series = 0): Partnership {
  const world = aWorld({ series });
  const closing = aChildCase(world).readyToClose().proposedToClose();
  const heard = aChildCase(world).planned().listed();
  const other = aChildCase(world).gradedHigh().withAction().listed();
  aChildCase(world).gradedHigh().discussed().withAction().withAction({ part: 'disruption' }, 'nurse');
  aChildCase(world).closed();
  aSuspendedCase(world);
  closing.withAction({ part: 'disruption' });
  aChildCase(world).planned().shared().listed();
  aSitting(world).withItem(heard.id).withItem(other.id).inSession().hearing(heard.id);
  aSitting(world, 28).agendaOpen();
  const almostAdult = { firstName: 'Made-up', birthDate: '2009-07-25' };
  aChildCase(world).referred({ child: almostAdult }).assessed('low');
  const { userId: receiverId } = world.people.receiver;
  aChildCase(world).transferring({ receiverId });
  aChildCase(world).withWorker().proposedToClose({ reason: 'deceased' });
  aChildCase(world).referred({ immediateDanger: true });
  aChildCase(world).referred({ child: { description: 'A girl of about fourteen at the hotel' } });
  aPersonCase(world).active().listed();
  aPersonCase(world, aYoungPerson);
  aLocationCase(world).active();
  return world;
}
