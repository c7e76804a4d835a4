import { aSitting } from './a-sitting.js';
import { aLocationCase, aPersonCase, type StrandCaseBuilder } from './a-strand-case.js';
import { aWorld } from './people.js';
import type { World } from './world.js';

/** Two records of one person or place, joined and, where asked, taken apart again. */
function joined(make: typeof aPersonCase): World {
  const world = aWorld();
  const [one, other] = [make(world), make(world)];
  const topic = `${one.strand.about}s`;
  const payload = { otherId: other.standing.aboutId, reasons: 'Made up' };
  world.give(`${topic}/merge`, payload, world.people.analyst, { record: one.standing.aboutId });
  return world;
}

function heard(one: StrandCaseBuilder): World {
  const { world, id } = one.active().listed();
  const caseKind = one.strand.kind as 'personCase';
  const sitting = aSitting(world).agendaOpen();
  sitting.give('add-item', { caseId: id, caseKind, section: one.strand.about, asked: 'What next?' });
  return sitting.inSession().hearing(id).world;
}

const ways = (kind: string, first: string, make: typeof aPersonCase): [string, () => World][] => [
  [`${kind} ${first}`, () => make().world],
  [`${kind} screening`, () => make().screened().world],
  [`${kind} active`, () => make().active().world],
  [`${kind} suspended`, () => make().active().suspended().world],
  [`${kind} closing`, () => make().active().removalProposed().world],
  [`${kind} closed`, () => make().active().removed().world],
  [`${kind} declined`, () => make().declined().world],
  [`${kind} notListed`, () => make().world],
  [`${kind} listed`, () => make().active().listed().world],
  [`${kind} beforePanel`, () => heard(make())],
];

/** A short way to each state of persons of concern and locations. */
export const strandWays: [string, () => World][] = [
  ...ways('personCase', 'nominated', aPersonCase),
  ...ways('locationCase', 'reported', aLocationCase),
  ['person onBooks', () => aPersonCase().world],
  ['person merged', () => joined(aPersonCase)],
  ['location onBooks', () => aLocationCase().world],
  ['location merged', () => joined(aLocationCase)],
];
