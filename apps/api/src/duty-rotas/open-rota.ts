import { type OpenRotaPayload, type RotaHours, type RotaRole, rotaHours, rotaRoles } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Id, OneOf, Optional, Text, TimeOfDay } from '../fields.js';

/** The part that a rota fills, at which agency, at which hours. */
export class OpenRotaBody extends CommandBody implements OpenRotaPayload {
  @Text(120)
  name: string;

  @OneOf(rotaRoles)
  role: RotaRole;

  @Id()
  agencyId: string;

  @OneOf(rotaHours)
  hours: RotaHours;

  @Optional()
  @TimeOfDay()
  officeFrom?: string;

  @Optional()
  @TimeOfDay()
  officeUntil?: string;
}

/** `POST /api/v1/duty-rotas/open-rota`. */
export const openRota = command('duty-rotas/open-rota', OpenRotaBody);
