import type { Changes, Command } from '../model.js';
import { aChildCase } from './a-child-case.js';
import { aSitting } from './a-sitting.js';
import { anEmptyWorld, type World } from './world.js';

function aDisposal(): World {
  const { world, id } = aChildCase().closed();
  const { governance, guardian } = world.people;
  const proposal = { record: { kind: 'childCase', id }, basis: 'court-order' };
  const record = world.give('disposals/propose-disposal', proposal, governance).id;
  world.give('disposals/approve-disposal', {}, guardian, { record });
  world.pass(40).give('disposals/carry-out', { reason: 'Made up' }, guardian, { record });
  return world;
}

function aCancelledSitting(): World {
  const one = aChildCase().gradedHigh().listed();
  return aSitting(one.world).withItem(one.id).give('cancel-sitting', { reason: 'Snow' }).world;
}

/** What random commands come to too seldom to wait for: every command of these worlds, with what it changed. */
export function seldomCommands(): [Command, Changes][] {
  return [aDisposal(), aCancelledSitting()].flatMap(({ commands }) => {
    const again = anEmptyWorld();
    return commands.flatMap((command): [Command, Changes][] => {
      const decision = again.submit(command);
      return 'changes' in decision ? [[command, decision.changes]] : [];
    });
  });
}
