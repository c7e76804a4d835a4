import { type Actor, type CommandPolicy, permissionMissing, type Role } from '@mase/workflow';

/** Who may ask what, besides what the database shows: the one place at which the api asks. */
export interface Policy {
  /** What somebody lacks to give a command. */
  command: CommandPolicy;
  /** Whether somebody has one of the roles for which alone an address is. */
  hasRole: (actor: Pick<Actor, 'roles'>, roles: readonly Role[]) => boolean;
}

/** The policy as the topics and the addresses state it. */
export const statedPolicy: Policy = {
  command: permissionMissing,
  hasRole: (actor, roles) => actor.roles.some((role) => roles.includes(role)),
};
