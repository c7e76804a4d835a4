import { localTime } from '../clocks/time-zone.js';
import { labelOf } from '../labels.js';
import { listWords } from '../list-words.js';
import type { Profile } from '../profile/profile.js';
import { countedPresent, isQuorum, kindsOf } from './attendance.js';
import { attendanceThrough } from './attendance-corrected.js';
import type { Recorded } from './compose-item.js';
import type { SittingStanding } from './standing.js';
import { startOf } from './starting.js';

type Quorum = SittingStanding['quorum'];
type QuorumFrom = { at: string; kinds: string[]; quorate: boolean };

/** The kinds of agency that a sitting needs, in words: those of its panel, or else those of the profile. */
export function quorumNeeded({ panel }: Profile, own: Quorum): { id: string; label: string }[] {
  const { agencies } = panel.quorum;
  if (!own) return agencies.map(({ id, label }) => ({ id, label }));
  return own.map((id) => ({ id, label: agencies.find((one) => one.id === id)?.label ?? labelOf(id) }));
}

/** Which agencies of the quorum are here, or which are not. */
function hereWords(kinds: readonly string[], quorate: boolean, profile: Profile, own: Quorum): string {
  const labels = quorumNeeded(profile, own)
    .filter(({ id }) => kinds.includes(id) === quorate)
    .map(({ label }) => label);
  if (labels.length === 0) return '';
  return `: ${listWords(labels)} ${labels.length === 1 ? 'was' : 'were'} ${quorate ? '' : 'not '}here`;
}

/**
 * The quorum as it was at the start, with the chair's reason where there was none, and each time that it was lost or came
 * about afterwards. Whether a decision was taken in quorum stands with the decision.
 */
export function quorumLines({ sitting, written, profile }: Recorded): string[] {
  const { quorum } = sitting.standing;
  const own = written.filter(({ record }) => record.id === sitting.id);
  const begun = startOf(own);
  const [{ kinds, quorate }, ...later] = attendanceThrough(own).map(({ at, list }) => {
    const here = kindsOf(countedPresent(list));
    return { at, kinds: here, quorate: isQuorum(here, profile, quorum) };
  }) as [QuorumFrom, ...QuorumFrom[]];
  const reason = begun?.inquorateReason;
  const first = quorate
    ? `The sitting was quorate${hereWords(kinds, true, profile, quorum)}.`
    : `The sitting began without a quorum${hereWords(kinds, false, profile, quorum)}.${reason ? ` The chair proceeded: ${reason}` : ''}`;
  let was = quorate;
  const changes = later.flatMap((now) => {
    if (now.quorate === was) return [];
    was = now.quorate;
    const words = hereWords(now.kinds, now.quorate, profile, quorum);
    return [
      `From ${localTime(now.at, profile.timeZone)} it was ${now.quorate ? '' : 'not '}quorate${words}.`,
    ];
  });
  return [first, ...changes];
}
