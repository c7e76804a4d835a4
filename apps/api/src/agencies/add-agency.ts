import { type AddAgencyPayload, agencyKinds } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { OneOf, Parts, Text } from '../fields.js';

/** A team of an agency; its id names it in lists and cannot change. */
export class TeamBody {
  @Text(40)
  id: string;

  @Text(100)
  name: string;
}

/** A body that joins the partnership, with its teams. */
export class AddAgencyBody extends CommandBody implements AddAgencyPayload {
  @Text(200)
  name: string;

  @OneOf(agencyKinds)
  kind: (typeof agencyKinds)[number];

  @Parts(() => TeamBody, 20)
  teams: TeamBody[];
}

/** `POST /api/v1/agencies/add-agency`. */
export const addAgency = command('agencies/add-agency', AddAgencyBody);
