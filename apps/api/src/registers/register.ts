import { findEntryIds, type OpenedRecord } from '@mase/store';
import { type EntryStanding, type RecordKind, type StoredRecord, topicOf } from '@mase/workflow';
import type { ClassConstructor } from 'class-transformer';
import type { FastifyInstance } from 'fastify';
import { type CommandEndpoint, registerCommands } from '../command.js';
import { answersOf, shownSchema } from '../description/answers.js';
import { Listed, Optional, Texts } from '../fields.js';
import { listed } from '../list-view.js';
import { RecordsQuery } from '../page.js';
import { dto } from '../plugins/bodies.js';
import { registerView } from '../record-view.js';
import { writtenView } from '../written-view.js';

/** Which entries of a register a list shows: those in some states, or all. */
export class RegisterQuery extends RecordsQuery {
  @Optional()
  @Listed()
  @Texts(40, 10)
  phase?: string[];
}

/** A register as it is asked over HTTP. */
export interface RegisterRoutes<S extends EntryStanding> {
  kind: RecordKind;
  commands: readonly CommandEndpoint[];
  /** The list, one entry, and what each is in words. */
  schemas: [list: string, view: string];
  summaries: [list: string, view: string];
  /** What lists may be asked by: fields of the entry, which its class checks. */
  query: ClassConstructor<RegisterQuery>;
  filters: readonly string[];
  /** What is shown of an entry besides who began and leads it and how it ended. */
  shown: readonly (keyof S & string)[];
}

const always = ['begun', 'ended', 'leadId', 'leadName', 'firstDue'] as const;

function lineOf<S extends EntryStanding>(
  { id, version, state, standing }: StoredRecord,
  shown: readonly (keyof S & string)[],
) {
  const entry = standing as S;
  const told = [...always, ...shown].map((field) => [field, entry[field as keyof S]]);
  return {
    id,
    version,
    state,
    ...Object.fromEntries(told),
    dueOn: entry.due,
    due: entry.clocks[0]?.due ?? null,
  };
}

/** Registers the commands, the list and the view of a register; none of its entries shows a person. */
export function registerRegister<S extends EntryStanding>(app: FastifyInstance, of: RegisterRoutes<S>): void {
  const { kind, commands, schemas, summaries, query, filters, shown } = of;
  const { name } = topicOf(kind);
  const schema = {
    querystring: dto(query),
    tags: [name],
    operationId: `${name}.list`,
    summary: summaries[0],
    response: { 200: shownSchema(schemas[0], 'list', summaries[0]), ...answersOf(400, 401, 503) },
  };
  registerCommands(app, commands);
  app.get<{ Querystring: RegisterQuery }>(`/api/v1/${name}`, { schema }, async (request, reply) => {
    const given = request.query as unknown as Record<string, string | undefined>;
    const asked = filters.flatMap((field) => (given[field] === undefined ? [] : [[field, given[field]]]));
    return listed(app, request, reply, {
      action: `${name}/list`,
      asked: { kind, phases: request.query.phase, sort: 'newest' },
      ...(asked.length > 0 ? { among: (tx) => findEntryIds(tx, kind, Object.fromEntries(asked)) } : {}),
      show: (rows) => rows.map(({ record }) => lineOf<S>(record, shown)),
      persons: () => null,
    });
  });
  registerView(app, {
    kind,
    schema: schemas[1],
    summary: summaries[1],
    show: ({ record, written, names }: OpenedRecord) => ({
      ...lineOf<S>(record, shown),
      written: writtenView(written),
      names,
    }),
    persons: () => [],
  });
}
