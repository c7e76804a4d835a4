import {
  agencyKinds,
  type ChangeMembersPayload,
  type JoiningMember,
  type MemberPart,
  memberParts,
} from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Id, Ids, OneOf, Optional, Parts, Text } from '../fields.js';

/** Somebody who comes to a panel: an account, or a name with an agency. */
export class JoiningMemberBody implements JoiningMember {
  @Optional()
  @Id()
  userId?: string;

  @Optional()
  @Text(120)
  name?: string;

  @Optional()
  @Text(120)
  agency?: string;

  @Optional()
  @OneOf(agencyKinds)
  agencyKind?: string;

  @OneOf(memberParts)
  as: MemberPart;

  /** For a substitute: the member for whom. */
  @Optional()
  @Id()
  forId?: string;
}

/** Who comes to the panel and who leaves it. */
export class ChangeMembersBody extends CommandBody implements ChangeMembersPayload {
  @Optional()
  @Parts(() => JoiningMemberBody, 50)
  join?: JoiningMemberBody[];

  @Optional()
  @Ids(50)
  leave?: string[];

  @Text(2000)
  reason: string;
}

/** `POST /api/v1/panels/:id/change-members`. */
export const changeMembers = command('panels/change-members', ChangeMembersBody);
