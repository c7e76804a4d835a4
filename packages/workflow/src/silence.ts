/** What an open case may lack, so that it goes silent: nobody would be told of it or find it in a list. */
export const silentLacks = {
  owner: 'an owner',
  'next-step': 'a next step with a date',
  place: 'a place in a list',
  holder: 'anybody who works and has the list in which it stands',
} as const;

/** One thing that a silent case lacks. */
export type SilentLack = keyof typeof silentLacks;

/** Phases in which a case is the team’s that looks at it, triage or the intelligence desk, and nobody’s own yet. */
export const phasesBeforeOwner: readonly string[] = ['awaitingTriage', 'nominated', 'reported', 'screening'];
