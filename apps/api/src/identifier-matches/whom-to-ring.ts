import { findStaff, type Staff, type Tx } from '@mase/store';
import {
  type IdentifierMatchStanding,
  isThere,
  postsInForce,
  principalsOf,
  type StoredRecord,
  type UserStanding,
} from '@mase/workflow';

/** Somebody to ring; of whoever is on the duty rota, until when. */
interface ToRing {
  name: string;
  until: string | null;
}

/** Whom to ring at once about a match where a child may be in danger. */
interface WhomToRing {
  /** The social care lead with whom it is decided: duty managers by the rota, or by role where the rota has nobody. */
  lead: ToRing[];
  /** Whose decision it is, where the reader may know that; else the supervisors of the desk, whoever has it. */
  decides: { who: 'owner' | 'supervisor'; people: ToRing[] };
}

type User = StoredRecord<UserStanding>;

const lead = 'role:duty-manager';
const supervisors = 'role:intelligence-supervisor';

/** Who may have to be rung, at an instant. */
type StaffThen = Staff & { at: string };

/** Who is duty manager by the rota now. */
function onRota({ users, cover, at }: StaffThen): ToRing[] {
  return cover.places
    .filter(({ role, from, until }) => role === 'duty-manager' && from <= at && at < until)
    .flatMap(({ userId, until }) => {
      const user = users.find(({ id }) => id === userId);
      return user ? [{ name: user.standing.name, until }] : [];
    });
}

/** Those who are there and hold a principal, by themselves or for somebody who is not. */
function holdersOf(principal: string, { users, cover, at }: StaffThen): ToRing[] {
  const holds = ({ id, standing }: User) => {
    const { agencyId, teamId, roles } = standing;
    const isHere = isThere(standing, at);
    const self = { userId: id, agencyId, teamId, roles: isHere ? roles : [] };
    const posts = postsInForce(self, cover, at);
    return (isHere || posts.length > 0) && principalsOf({ ...self, posts }).includes(principal);
  };
  return users.filter(holds).map(({ standing }) => ({ name: standing.name, until: null }));
}

const byName = (people: readonly ToRing[]): ToRing[] =>
  [...people].sort((one, other) => one.name.localeCompare(other.name, 'en'));

/**
 * Whom to ring about a match where a child may be in danger and nobody has decided; null of every other. `seesOwn` is whether
 * the reader sees the record whose owner decides: then it is said who that is, where nothing of the match is closed. To
 * everybody else the same is said, whatever is closed.
 */
export async function whomToRing(
  tx: Tx,
  { state, standing }: StoredRecord<IdentifierMatchStanding>,
  { seesOwn, at }: { seesOwn: boolean; at: string },
): Promise<WhomToRing | null> {
  if (!standing.danger || state !== 'proposed') return null;
  const isOpen = seesOwn && standing.closedEnds?.length === 0;
  const decides = isOpen ? standing.owner : supervisors;
  const staff = { ...(await findStaff(tx, [lead, decides], at)), at };
  const rota = onRota(staff);
  return {
    lead: byName(rota.length > 0 ? rota : holdersOf(lead, staff)),
    decides: {
      who: isOpen ? 'owner' : 'supervisor',
      people: byName(holdersOf(decides, staff)),
    },
  };
}
