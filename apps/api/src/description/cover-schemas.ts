import { absenceReasons, reviewFindings, roles, rotaHours, rotaRoles } from '@mase/workflow';
import {
  dueDates,
  etag,
  type Fields,
  id,
  instant,
  list,
  maybe,
  named,
  object,
  oneOf,
  open,
  page,
  type Schema,
  text,
  truth,
  whole,
} from './schema.js';

const line = { id, version: whole };
const base: Fields = {
  ...line,
  etag,
  state: named('State'),
  clocks: dueDates,
  allowed: list(named('Allowed')),
};

const shift = object({ userId: id, from: instant, until: instant });
const rota: Fields = {
  ...line,
  name: text(),
  role: oneOf(...rotaRoles),
  agencyId: id,
  hours: oneOf(...rotaHours),
  officeFrom: text('Local time'),
  officeUntil: text('Local time'),
  shifts: list(shift),
  gaps: list(object({ from: instant, until: instant })),
};

const glass: Fields = {
  ...line,
  state: named('State'),
  reference: text('As it was typed'),
  reason: text(),
  askedBy: id,
  askedByName: text(),
  agencyId: maybe(id),
  caseId: maybe(id),
  childId: maybe(id),
  openedAt: instant,
  until: instant,
  open: truth,
};

/** What is left out where the reader asked for it, and reads his or her own words alone. */
const ofReview: Fields = {
  timesBefore: whole,
  triesBefore: whole,
  review: maybe(object({ finding: oneOf(...reviewFindings), by: text(), at: instant })),
  reviewDue: maybe(instant),
};

/** What the view of a person says of absences, of delegations, and of what somebody who left has left. */
export const awayFields: Fields = {
  absences: list(
    object({
      id,
      from: instant,
      until: instant,
      reason: oneOf(...absenceReasons),
      standInId: maybe(id),
      cover: text('The principal that takes over where nobody stands in'),
    }),
  ),
  delegations: list(object({ id, role: oneOf(...roles), toId: id, from: instant, until: instant })),
  left: maybe(object({ at: instant, roles: list(text()), cover: text() })),
};

/** What duty rotas and break-glasses show, by name. */
export const coverSchemas: { [name: string]: Schema } = {
  Post: {
    description: 'A part that the reader fills for another now, or on the duty rota',
    ...object({
      role: object({ id: text(), name: text() }),
      until: maybe(instant),
      standsInFor: maybe(object({ id, name: text() })),
    }),
  },
  DutyRotaView: open({ ...base, ...rota }),
  DutyRotasView: page(object({ ...rota, allowed: list(named('Allowed')), names: named('Names') })),
  BreakGlassView: open({ ...base, ...glass, written: list(named('Written')) }),
  BreakGlassesView: page(object(glass, ofReview)),
};
