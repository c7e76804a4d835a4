import { findMeasures, type MeasuresAsked, type Tx } from '@mase/store';
import {
  dateOf,
  epochDay,
  isLawOn,
  localDate,
  type MeasureCode,
  measureCodes,
  measureEndings,
} from '@mase/workflow';
import { Type } from 'class-transformer';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { Id, Listed, Optional, Texts, Truth } from '../fields.js';
import { cursorText, FileQuery, isIdCursor, linkNext, PageQuery, readCursor, usualLimit } from '../page.js';
import { dto } from '../plugins/bodies.js';
import { itemsTable } from '../plugins/list-files.js';
import { askingOf, audited } from '../view.js';
import { aroundMeasures, measureLine, personsShown } from './measure-lines.js';

/** Which measures the register shows. */
export class MeasuresQuery extends PageQuery {
  @Optional()
  @Listed()
  @Texts(40, 8)
  phase?: string[];

  @Optional()
  @Id()
  ownerId?: string;

  @Optional()
  @Id()
  aboutId?: string;

  @Optional()
  @Type(() => Boolean)
  @Truth()
  lapsing?: boolean;

  /** Those that whoever asks owns. */
  @Optional()
  @Type(() => Boolean)
  @Truth()
  mine?: boolean;
}

/** The person or place of which is asked what was tried. */
export class TriedQuery extends FileQuery {
  @Id()
  aboutId: string;
}

/** Days before the last one in which a measure counts as lapsing, as the warning has them. */
const lapsingDays = 28;

/** How many measures on one person or place, or of licensing, are answered at once; more than any has had. */
const most = 500;

async function shownMeasures(tx: Tx, asked: MeasuresAsked) {
  const found = await findMeasures(tx, asked);
  const records = found.map(({ record }) => record);
  const around = await aroundMeasures(tx, records);
  return { lines: found.map((one) => measureLine(one, around)), persons: personsShown(records, around) };
}

type Line = Awaited<ReturnType<typeof shownMeasures>>['lines'][number];

/** How often each came to what: in force, each way of ending, and what is not decided yet. */
function outcomesOf(lines: readonly Line[]): { [outcome: string]: number } {
  const count = (which: (one: Line) => boolean) => lines.filter(which).length;
  return {
    'in-force': count(({ state }) => state === 'inForce'),
    undecided: count(({ state }) => state === 'considered' || state === 'applied'),
    ...Object.fromEntries(measureEndings.map((how) => [how, count(({ ended }) => ended?.how === how)])),
    breached: count(({ breaches }) => breaches.length > 0),
  };
}

const codeView = ({ code, title, statute, section, aim }: MeasureCode) => ({
  code,
  title,
  statute,
  section,
  aim,
});

const today = async (app: FastifyInstance, request: FastifyRequest) => {
  const { now, profile } = await askingOf(app, request);
  return localDate(now, profile.timeZone);
};

const tags = ['disruption-measures'];

function register(app: FastifyInstance): void {
  const schema = {
    querystring: dto(MeasuresQuery),
    tags,
    operationId: 'disruption-measures.list',
    summary: 'The register of measures that the reader may see, newest first',
    response: {
      200: shownSchema('MeasuresView', 'list', 'One page of measures'),
      ...answersOf(400, 401, 503),
    },
  };
  app.get<{ Querystring: MeasuresQuery }>(
    '/api/v1/disruption-measures',
    { schema },
    async (request, reply) => {
      const { phase, aboutId, lapsing, mine, limit = usualLimit } = request.query;
      const after = readCursor(request.query.after, isIdCursor)?.id;
      const day = await today(app, request);
      const view = await audited(app, request, { action: 'disruption-measures/list' }, async (tx) => {
        const by = lapsing ? { lapsingBy: dateOf(epochDay(day) + lapsingDays) } : {};
        const ownerId = mine ? (request.actor.userId ?? undefined) : request.query.ownerId;
        const asked = { phases: phase, ownerId, aboutId, after, ...by, limit: limit + 1 };
        const { lines, persons } = await shownMeasures(tx, asked);
        const items = lines.slice(0, limit);
        const last = items.at(-1);
        return {
          shown: { items, next: lines.length > limit && last ? cursorText({ id: last.id }) : null },
          persons,
        };
      });
      linkNext(reply, request, view.next);
      return view;
    },
  );
}

function tried(app: FastifyInstance): void {
  const schema = {
    querystring: dto(TriedQuery),
    tags,
    operationId: 'disruption-measures.tried',
    summary: 'What has been tried on one person or place, and what came of it',
    response: {
      200: shownSchema('MeasuresTriedView', 'plain', 'Measures with their outcomes'),
      ...answersOf(400, 401, 503),
    },
  };
  const asked = { schema, config: { table: itemsTable('MeasuresTriedView') } };
  app.get<{ Querystring: TriedQuery }>('/api/v1/disruption-measures/tried', asked, async (request) =>
    audited(app, request, { action: 'disruption-measures/tried' }, async (tx) => {
      const { aboutId } = request.query;
      const { lines, persons } = await shownMeasures(tx, { aboutId, limit: most });
      return { shown: { items: lines, outcomes: outcomesOf(lines) }, persons };
    }),
  );
}

function licensing(app: FastifyInstance): void {
  const schema = {
    tags,
    querystring: dto(FileQuery),
    operationId: 'disruption-measures.licensing',
    summary: 'What licensing can act on: its measures that are law today, and where each was used',
    response: {
      200: shownSchema('LicensingView', 'plain', 'Levers of licensing, and measures with their outcomes'),
      ...answersOf(400, 401, 503),
    },
  };
  const asked = { schema, config: { table: itemsTable('LicensingView') } };
  app.get('/api/v1/disruption-measures/licensing', asked, async (request) => {
    const day = await today(app, request);
    const levers = measureCodes.filter((one) => one.licensing);
    return audited(app, request, { action: 'disruption-measures/licensing' }, async (tx) => {
      const codes = levers.map(({ code }) => code);
      const { lines, persons } = await shownMeasures(tx, { codes, limit: most });
      const open = levers.filter((one) => isLawOn(one, day)).map(codeView);
      return { shown: { levers: open, items: lines, outcomes: outcomesOf(lines) }, persons };
    });
  });
}

/** The register, what was tried on a person or place, and what licensing can act on: one query each. */
export function measureLists(app: FastifyInstance): void {
  register(app);
  tried(app);
  licensing(app);
}
