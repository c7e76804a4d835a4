import type { StoredRecord, UserStanding } from '@mase/workflow';

/** The absences and delegations of somebody that are not over, as everybody may see them: colleagues must know whom to ask. */
export function awayLines({ standing }: StoredRecord, now: string) {
  const { absences = [], delegations = [], left } = standing as UserStanding;
  const ahead = <T extends { until: string }>(list: readonly T[]) => list.filter(({ until }) => until > now);
  return { absences: ahead(absences), delegations: ahead(delegations), left: left ?? null };
}
