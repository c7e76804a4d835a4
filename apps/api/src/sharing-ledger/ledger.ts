import {
  findNames,
  findRecordsById,
  findSharingLedger,
  type LedgerRow,
  type LedgerSum,
  sumSharingLedger,
  type Tx,
} from '@mase/store';
import {
  type InformationRequestStanding,
  type IntelligenceRequirementStanding,
  type IntelligenceStanding,
  periodOf,
  sharingPowers,
} from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { Day, Id, idPattern, isInstant, Optional } from '../fields.js';
import { cursorText, linkNext, PageQuery, readCursor, usualLimit } from '../page.js';
import { dto } from '../plugins/bodies.js';
import { demandDays } from '../report-of-days.js';
import { askingOf, audited } from '../view.js';

/** Which lines of the ledger are shown: of some days, both included, and of one agency. */
export class SharingLedgerQuery extends PageQuery {
  @Day()
  from: string;

  @Day()
  to: string;

  @Optional()
  @Id()
  agencyId?: string;
}

/** One line: what was asked of an agency or shared with it, under which power, who decided, what came of it. */
export interface LedgerLine {
  id: string;
  what:
    | 'asked'
    | 'shared'
    | 'forwarded'
    | 'transferred'
    | 'intelligence-given'
    | 'intelligence-fed-back'
    | 'requirement-raised'
    | 'list-compared';
  at: string;
  reference: string;
  record: { kind: string; id: string };
  /** Of another area that has no account here, the name alone. */
  agencies: { id: string | null; name: string }[];
  state: string | null;
  outcome: string | null;
  /** Why an agency gave nothing, or not all of it. */
  reason: string | null;
  power: string;
  purpose: string;
  decider: string | null;
  /** Hours from the question to the answer. */
  hours: number | null;
  fedBackAt: string | null;
}

const schema = {
  querystring: dto(SharingLedgerQuery),
  tags: ['sharing-ledger'],
  operationId: 'sharing-ledger.list',
  summary: 'What was asked of agencies and shared with them, the newest first',
  response: {
    200: shownSchema('SharingLedgerView', 'list', 'One page of the ledger, and what each agency was asked'),
    ...answersOf(400, 401, 503),
  },
};

const hoursBetween = (from: string, until: string) =>
  Math.round((Date.parse(until) - Date.parse(from)) / 3_600_000);

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function askedLine({ id, at, reason, record }: LedgerRow): LedgerLine {
  const { reference, agencyId, agencyName, powers, purpose, asked, answered, fedBackAt } =
    record.standing as InformationRequestStanding;
  return {
    ...{ id, what: 'asked', at, reference, purpose, fedBackAt, reason },
    record: { kind: record.kind, id: record.id },
    agencies: [{ id: agencyId, name: agencyName }],
    state: String(record.state),
    outcome: answered?.outcome ?? null,
    power: powers.map((one) => sharingPowers[one]).join('; '),
    decider: answered?.decider ?? asked?.name ?? null,
    hours: answered && asked ? hoursBetween(asked.at, answered.at) : null,
  };
}

function sharedLine({ id, at, body, record }: LedgerRow, agencies: LedgerLine['agencies']): LedgerLine {
  const what = body.forwarded === true ? 'forwarded' : 'shared';
  return {
    ...{ id, what, at, agencies, state: null, outcome: 'given', reason: null, hours: null, fedBackAt: null },
    reference: (record.standing as { reference?: string }).reference ?? '',
    record: { kind: record.kind, id: record.id },
    power: text(body.power),
    purpose: text(body.purpose),
    decider: text(body.decider) || null,
  };
}

/** What another area was given with a request to take a case: under which power, why, and who asked. */
function transferredLine(row: LedgerRow): LedgerLine {
  const { body } = row;
  const area = [{ id: null, name: text(body.area) }];
  const line = sharedLine(row, area);
  return { ...line, what: 'transferred', purpose: text(body.reason), decider: text(body.by) || null };
}

/** An outside list that was compared with the books: whose it was, by which power, and nothing of what it held. */
function comparedLine(row: LedgerRow): LedgerLine {
  const { body } = row;
  const line = sharedLine(row, [{ id: null, name: text(body.from) }]);
  return {
    ...line,
    what: 'list-compared',
    outcome: null,
    power: powersOf(row),
    decider: text(body.by) || null,
  };
}

const agenciesOf = ({ body }: LedgerRow): string[] =>
  Array.isArray(body.agencyIds) ? body.agencyIds.filter((one) => typeof one === 'string') : [];

const powersOf = ({ body }: LedgerRow): string =>
  Array.isArray(body.powers)
    ? body.powers.map((one) => sharingPowers[one as keyof typeof sharingPowers] ?? '').join('; ')
    : '';

/** What intelligence was given or fed back, or asked for, and how long whoever submitted it waited. */
function intelligenceLine(row: LedgerRow, agencies: LedgerLine['agencies']): LedgerLine {
  const line = sharedLine(row, agencies);
  const decided = { power: powersOf(row), decider: text(row.body.by) || null };
  if (row.kind === 'intelligence-sharing') return { ...line, ...decided, what: 'intelligence-given' };
  if (row.kind === 'intelligence-feedback') {
    const { submitted } = row.record.standing as IntelligenceStanding;
    const hours = submitted ? hoursBetween(submitted.at, row.happened) : null;
    return { ...line, ...decided, what: 'intelligence-fed-back', hours, fedBackAt: row.happened };
  }
  const { raised, answered } = row.record.standing as IntelligenceRequirementStanding;
  const hours = answered && raised ? hoursBetween(raised.at, answered.at) : null;
  return {
    ...line,
    ...decided,
    what: 'requirement-raised',
    outcome: null,
    hours,
    state: String(row.record.state),
  };
}

const recipientsOf = ({ body }: LedgerRow): string[] =>
  Array.isArray(body.recipients) ? body.recipients.filter((one) => typeof one === 'string') : [];

/** The lines of a page; of what was shared with several people, the agencies that these belong to. */
async function linesOf(tx: Tx, rows: LedgerRow[]): Promise<LedgerLine[]> {
  const people = await findRecordsById(tx, [...new Set(rows.flatMap(recipientsOf))]);
  const agencyOf = new Map(people.map((one) => [one.id, (one.standing as { agencyId?: string }).agencyId]));
  const known = [...new Set([...agencyOf.values()].filter((one) => one !== undefined))];
  const names = await findNames(tx, [...known, ...rows.flatMap(agenciesOf)]);
  return rows.map((row) => {
    if (row.kind === 'information-request') return askedLine(row);
    if (row.kind === 'transfer-asked') return transferredLine(row);
    if (row.kind === 'list-matched') return comparedLine(row);
    if (row.body.agencyIds !== undefined)
      return intelligenceLine(
        row,
        agenciesOf(row).map((id) => ({ id, name: names[id] ?? '' })),
      );
    const ids = [...new Set(recipientsOf(row).flatMap((one) => agencyOf.get(one) ?? []))];
    return sharedLine(
      row,
      ids.map((id) => ({ id, name: names[id] ?? '' })),
    );
  });
}

const childrenOf = ({ record }: LedgerRow): string[] => {
  const { childId } = record.standing as unknown as { childId?: string };
  return childId ? [childId] : [];
};

interface Cursor {
  at: string;
  id: string;
}
const isCursor = (value: unknown): value is Cursor => {
  const { at, id } = (value ?? {}) as Partial<Cursor>;
  return isInstant(at) && typeof id === 'string' && idPattern.test(id);
};

/** `GET /api/v1/sharing-ledger`: every line that the reader may see of the days, audited. */
export function sharingLedgerRoute(app: FastifyInstance): void {
  app.get<{ Querystring: SharingLedgerQuery }>(
    '/api/v1/sharing-ledger',
    { schema },
    async (request, reply) => {
      const { from, to, agencyId, limit = usualLimit } = request.query;
      const { profile } = await askingOf(app, request);
      demandDays({ from, to });
      const period = periodOf(from, to, profile.timeZone);
      const after = readCursor(request.query.after, isCursor);
      const view = await audited(app, request, { action: 'sharing-ledger/list' }, async (tx) => {
        const asked = { from: period.from, until: period.to, agencyId };
        const rows = await findSharingLedger(tx, { ...asked, after, limit: limit + 1 });
        const page = rows.slice(0, limit);
        const last = rows.length > limit ? page.at(-1) : undefined;
        const sums: LedgerSum[] = await sumSharingLedger(tx, asked);
        const names = await findNames(
          tx,
          sums.map((one) => one.agencyId),
        );
        const shown = {
          items: await linesOf(tx, page),
          next: last ? cursorText({ at: last.at, id: last.id }) : null,
          agencies: sums.map((one) => ({ ...one, name: names[one.agencyId] ?? '' })),
        };
        return { shown, persons: [...new Set(page.flatMap(childrenOf))] };
      });
      linkNext(reply, request, view.next);
      return view;
    },
  );
}
