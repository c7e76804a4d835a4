import type { Profile } from '@mase/workflow';

/** How the profile calls the clock of a rule, where a message reminds of one; null where it tells of something else. */
export function clockLabel({ clocks }: Profile, rule: string | null): string | null {
  return rule ? (clocks[rule as keyof typeof clocks]?.label ?? rule) : null;
}
