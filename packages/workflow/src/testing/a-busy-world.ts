import { aChildCase } from './a-child-case.js';
import { aSitting } from './a-sitting.js';
import { aWorld, type Partnership } from './people.js';

/**
 * A world in the midst of its work: children whose cases stand at every state, one of them before the panel, a sitting
 * that is prepared and one that is in session.
 */
export function aBusyWorld(series = 0): Partnership {
  const world = aWorld({ series });
  const closing = aChildCase(world).readyToClose().proposedToClose();
  const heard = aChildCase(world).planned().listed();
  const other = aChildCase(world).gradedHigh().withAction().listed();
  aChildCase(world).gradedHigh().discussed().withAction().withAction({ part: 'disruption' }, 'nurse');
  aChildCase(world).closed();
  closing.withAction({ part: 'disruption' });
  aChildCase(world).planned().shared().listed();
  aSitting(world).withItem(heard.id).withItem(other.id).inSession().hearing(heard.id);
  aSitting(world, 28).agendaOpen();
  aChildCase(world).assessed('low');
  aChildCase(world).referred({ immediateDanger: true });
  return world;
}
