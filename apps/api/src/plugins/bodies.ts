import type { ClassConstructor } from 'class-transformer';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { validationMetadatasToSchemas } from 'class-validator-jsonschema';
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { readBody } from '../body.js';
import { sharedSchemas } from '../description/schemas.js';
import { publishedRules } from '../fields.js';

const shapes = new Map<string, ClassConstructor<object>>();

/** The schema of a body or query class, for a route. Two classes of one name are a programming error. */
export function dto(shape: ClassConstructor<object>): { $ref: string } {
  const known = shapes.get(shape.name);
  if (known && known !== shape) throw new Error(`Two body classes are named ${shape.name}`);
  shapes.set(shape.name, shape);
  return { $ref: `${shape.name}#` };
}

/** The class behind a reference that `dto` gave; undefined where there is none. */
export const shapeOf = (ref: string): ClassConstructor<object> | undefined =>
  shapes.get(ref.replace('#', ''));

const localPrefix = '#/';

/** References between classes as the description resolves them: by the name of the schema. */
function withNamedRefs(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withNamedRefs);
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) =>
      key === '$ref' ? [key, `${String(value).slice(localPrefix.length)}#`] : [key, withNamedRefs(value)],
    ),
  );
}

/** Classes of files that operators write: they are checked in the same way and are no part of the API. */
const ofFiles = /Settings(File)?$/;

/** The classes do not change once they are loaded: what is read off them is read once in a process. */
let ofClasses: object[] | undefined;

function schemasOfClasses(): object[] {
  const schemas = validationMetadatasToSchemas({
    classTransformerMetadataStorage: defaultMetadataStorage,
    refPointerPrefix: localPrefix,
    additionalConverters: publishedRules,
  });
  return Object.entries(schemas)
    .filter(([name]) => !ofFiles.test(name))
    .map(([name, schema]) => ({
      $id: name,
      ...(withNamedRefs(schema) as object),
      additionalProperties: false,
    }));
}

/** Bodies and queries are checked by their classes, the single source of their shape. */
export const bodies = fp(
  async (app: FastifyInstance) => {
    ofClasses ??= schemasOfClasses();
    for (const schema of ofClasses) app.addSchema(schema);
    for (const [name, schema] of Object.entries(sharedSchemas)) app.addSchema({ $id: name, ...schema });
    app.setValidatorCompiler(({ schema, url, httpPart }) => {
      // Headers and ids in paths are judged where the order of answers puts them; here they are only described.
      if (httpPart === 'headers' || httpPart === 'params') return () => true;
      const ref = (schema as { $ref?: string; $id?: string }).$ref ?? (schema as { $id?: string }).$id ?? '';
      const shape = shapes.get(ref.replace('#', ''));
      if (!shape) throw new Error(`The route ${url} has a schema without a class`);
      return (data: unknown) => ({ value: readBody(shape, data) });
    });
    app.setSerializerCompiler(() => (data) => JSON.stringify(data));
  },
  { name: 'bodies', dependencies: ['problems'] },
);
