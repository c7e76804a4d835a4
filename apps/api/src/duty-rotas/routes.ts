import { findNames } from '@mase/store';
import {
  type DutyRotaStanding,
  instantMs,
  instantOf,
  lookAheadDays,
  rotaGaps,
  type StoredRecord,
} from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { registerCommands } from '../command.js';
import { answersOf, shownSchema } from '../description/answers.js';
import { listed } from '../list-view.js';
import { PageQuery } from '../page.js';
import { dto } from '../plugins/bodies.js';
import { allowedOf, registerView } from '../record-view.js';
import { type Asking, askingOf } from '../view.js';
import { enterWeek } from './enter-week.js';
import { openRota } from './open-rota.js';
import { swapShift } from './swap-shift.js';

/** A rota as it is shown: its shifts from now on, and the gaps of the next two weeks. */
function rotaLine({ id, version, standing }: StoredRecord, { profile, now }: Asking) {
  const rota = standing as DutyRotaStanding;
  const { name, role, agencyId, hours, officeFrom, officeUntil } = rota;
  const ahead = instantOf(instantMs(now) + lookAheadDays * 86_400_000);
  return {
    id,
    version,
    name,
    role,
    agencyId,
    hours,
    officeFrom,
    officeUntil,
    shifts: rota.shifts.filter(({ until }) => until > now),
    gaps: rotaGaps(rota, now, ahead, profile),
  };
}

const people = ({ standing }: StoredRecord) =>
  (standing as DutyRotaStanding).shifts.map(({ userId }) => userId);

const schema = {
  querystring: dto(PageQuery),
  tags: ['duty-rotas'],
  operationId: 'duty-rotas.list',
  summary: 'Duty rotas, with the gaps of the next two weeks',
  response: { 200: shownSchema('DutyRotasView', 'list', 'One page of rotas'), ...answersOf(400, 401, 503) },
};

/** Everything of duty rotas that can be asked over HTTP. */
export function dutyRotaRoutes(app: FastifyInstance): void {
  registerCommands(app, [openRota, enterWeek, swapShift]);
  app.get('/api/v1/duty-rotas', { schema }, async (request, reply) => {
    const asking = await askingOf(app, request);
    return listed(app, request, reply, {
      action: 'duty-rotas/list',
      asked: { kind: 'dutyRota', sort: 'newest' },
      show: async (rows, tx) => {
        const names = await findNames(
          tx,
          rows.flatMap((row) => people(row.record)),
        );
        return rows.map((row) => ({
          ...rotaLine(row.record, asking),
          allowed: allowedOf(row.record, asking),
          names,
        }));
      },
      persons: () => null,
    });
  });
  registerView(app, {
    kind: 'dutyRota',
    schema: 'DutyRotaView',
    summary: 'One duty rota',
    show: ({ record }, asking) => rotaLine(record, asking),
    persons: () => [],
  });
}
