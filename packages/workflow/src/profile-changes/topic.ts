import { localDate } from '../clocks/time-zone.js';
import {
  decidedLine,
  decisionEffects,
  everybodyReads,
  proposalEffects,
  proposerOf,
  twoPersonMachine,
  twoPersonPolicy,
  twoPersonRules,
  waitsForSecond,
} from '../decided-by-two.js';
import type { Context, Fault } from '../model.js';
import { checkProfileFile } from '../profile/check-profile-file.js';
import { compareProfiles } from '../profile/compare-profiles.js';
import type { Profile } from '../profile/profile.js';
import type { Effect, Topic } from '../topic.js';
import {
  blankProfileChange,
  type ProfileChangeStanding,
  type ProposeProfileChangePayload,
} from './standing.js';

type Ctx<P extends object> = Context<ProfileChangeStanding, P>;

/** The profile that is proposed: its faults were looked at before anything is recorded. */
const proposedIn = ({ payload }: Ctx<ProposeProfileChangePayload>): Profile =>
  checkProfileFile(payload.file).profile as Profile;

const recorders = {
  recordProposal: (context: Ctx<ProposeProfileChangePayload>): Effect[] => {
    const { payload, actor, profile: now } = context;
    const next = proposedIn(context);
    return [
      {
        do: 'write',
        kind: 'profile-proposal',
        class: 'case',
        body: { reason: payload.reason, by: actor.name },
      },
      { do: 'write', kind: 'profile-document', class: 'case', body: next },
      {
        do: 'set',
        patch: {
          profile: next.id,
          title: next.name,
          from: next.effectiveFrom,
          differences: compareProfiles(now, next).length,
        },
      },
      ...proposalEffects(context, 'profile-proposed'),
    ];
  },
  recordDecision: (context: Ctx<{ reason?: string }>): Effect[] =>
    decisionEffects(context, 'profile-decision'),
};

const fault = (code: string, detail: string): Fault => ({ pointer: '/file', code, detail });

function proposalFaults(context: Ctx<ProposeProfileChangePayload>): Fault[] {
  const { payload, profile: now, at } = context;
  const { profile, faults } = checkProfileFile(payload.file);
  if (!profile)
    return faults.map(({ line, column, pointer, reason }) =>
      fault('profile', `Line ${line}, column ${column}: ${pointer ? `${pointer} ` : ''}${reason}`),
    );
  const today = localDate(at, now.timeZone);
  if (profile.effectiveFrom <= today)
    return [
      fault('past', `effectiveFrom is ${profile.effectiveFrom}: a profile begins on a day that lies ahead.`),
    ];
  return compareProfiles({ ...now, effectiveFrom: profile.effectiveFrom }, profile).length > 0
    ? []
    : [fault('same', 'The profile says what the one in force says.')];
}

/** The topic of changes of the profile of an area. */
export const profileChanges: Topic = {
  name: 'profile-changes',
  kind: 'profileChange',
  machine: twoPersonMachine('profile-changes', recorders),
  rules: twoPersonRules,
  recorders,
  policy: twoPersonPolicy,
  commands: {
    'propose-change': { creates: true, faults: proposalFaults },
    'approve-change': {},
    'refuse-change': {},
    'withdraw-change': {},
  },
  blank: blankProfileChange,
  relations: proposerOf,
  readers: everybodyReads,
  persons: () => [],
  summary: (standing: ProfileChangeStanding) => decidedLine(standing.title, standing),
  queue: waitsForSecond,
};
