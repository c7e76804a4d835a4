import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { commandsOfPeople, topicAndVerb } from '@mase/workflow';
import { beforeAll, describe, expect, it } from 'vitest';
import { describeApi } from './openapi.js';

interface Description {
  openapi: string;
  paths: { [path: string]: { [method: string]: Operation } };
  components: { schemas: { [name: string]: object } };
}
interface Operation {
  operationId: string;
  tags: string[];
  parameters?: { name: string; in: string; required: boolean }[];
  responses: { [status: string]: { description: string; content?: { [type: string]: { schema?: object } } } };
}

// What streams lines of progress is described where it is documented.
const withFiles = [
  'imports.ssda903',
  'imports.cin-census',
  'imports.incidents',
  'imports.persons',
  'imports.locations',
  'imports.intelligence',
  'imports.population',
];

const file = fileURLToPath(new URL('../../../docs/api/openapi.json', import.meta.url));
let api: Description;
beforeAll(async () => {
  api = (await describeApi()) as Description;
});

const operations = () =>
  Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );

function refsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === '$ref' ? [String(inner)] : refsIn(inner)));
}

describe('the description of the API', () => {
  it('stands in docs/api/openapi.json as the api gives it; UPDATE_OPENAPI=1 writes it anew', async () => {
    const now = `${JSON.stringify(api, null, 2)}\n`;
    if (process.env.UPDATE_OPENAPI) {
      await mkdir(new URL('.', `file://${file}`), { recursive: true });
      await writeFile(file, now);
    }
    expect(await readFile(file, 'utf8')).toBe(now);
  });

  it('names every command of the workflow once as a route, and no command besides', () => {
    const named = operations()
      .filter(({ operation }) => refsIn(operation).includes('#/components/schemas/Accepted'))
      .map(({ operation }) => operation.operationId.replace('.', '/'));
    expect(named.sort()).toEqual([...commandsOfPeople].sort());
  });

  it('leads every reference to a schema that is there', () => {
    const refs = refsIn(api);
    expect(refs.length).toBeGreaterThan(100);
    const lost = refs.filter((ref) => !(ref.replace('#/components/schemas/', '') in api.components.schemas));
    expect(lost).toEqual([]);
  });

  it('gives every route an id of its own, a tag, and words for every answer', () => {
    const ids = operations().map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { path, method, operation } of operations()) {
      if (withFiles.includes(operation.operationId)) continue;
      expect(operation.tags, path).toHaveLength(1);
      const answers = Object.entries(operation.responses);
      expect(answers.length, `${method} ${path}`).toBeGreaterThan(1);
      for (const [status, answer] of answers) {
        expect(answer.description, `${path} ${status}`).not.toBe('Default Response');
        if (Number(status) >= 400)
          expect(answer.content, `${path} ${status}`).toEqual({
            'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
          });
      }
    }
  });

  it('asks a version of every command on a record, and a key of every command that makes one', () => {
    for (const name of commandsOfPeople) {
      const { topic, verb } = topicAndVerb(name);
      const { creates = false, appends = false } = topic.commands[verb] ?? {};
      const path = creates ? `/api/v1/${topic.name}/${verb}` : `/api/v1/${topic.name}/{id}/${verb}`;
      const operation = api.paths[path]?.post as Operation;
      const asked = operation.parameters?.filter((one) => one.required).map((one) => one.name);
      expect(asked, name).toEqual(
        creates ? ['Idempotency-Key'] : ['id', appends ? 'Idempotency-Key' : 'If-Match'],
      );
      const statuses = [
        ...(creates ? [201] : appends ? [200] : [200, 412, 428]),
        400,
        401,
        403,
        404,
        409,
        413,
        415,
        422,
        503,
      ];
      expect(Object.keys(operation.responses).sort(), name).toEqual(statuses.map(String).sort());
    }
  });
});
