import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { LightMyRequestResponse } from 'fastify';

interface Description {
  paths: {
    [path: string]: {
      [method: string]: {
        responses: { [status: string]: { content?: { [type: string]: { schema?: { $ref?: string } } } } };
      };
    };
  };
}

const file = new URL('../../../../docs/api/openapi.json', import.meta.url);
/** What `docs/api/openapi.json` says; that it is what the routes say is tested with them. */
export const description = JSON.parse(readFileSync(file, 'utf8')) as Description;
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema(description, 'api');

const pointer = (...steps: string[]) =>
  steps.map((step) => `/${encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('');

const routes = Object.keys(description.paths).map((path) => ({
  path,
  fits: new RegExp(`^${path.replaceAll(/[.]/g, '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`),
}));

/** Whether a route says nothing of its answers. */
const isBare = ({ responses }: { responses: object }) =>
  Object.values(responses).every((one: { description?: string }) => one.description === 'Default Response');

/**
 * What an answer has that `docs/api/openapi.json` does not say of it: its status, its media type, or its body. Nothing
 * where they agree; addresses that are not described are not looked at.
 */
export function undescribed(method: string, url: string, answer: LightMyRequestResponse): string[] {
  const [address = ''] = url.split('?');
  const path = routes.find((route) => route.fits.test(address))?.path;
  const operation = path ? description.paths[path]?.[method.toLowerCase()] : undefined;
  if (!path || !operation || isBare(operation)) return [];
  const told = operation.responses[answer.statusCode];
  if (!told)
    return [`${method} ${path} answers ${answer.statusCode}, which is not described: ${answer.body}`];
  if (!told.content) return [];
  const media = String(answer.headers['content-type']).split(';')[0] as string;
  const content = told.content[media];
  if (!content) return [`${method} ${path} answers ${answer.statusCode} as ${media}`];
  // What is no JSON has no shape to compare.
  if (!/json$/.test(media)) return [];
  // A shape that many answers share is compiled once.
  const status = String(answer.statusCode);
  const own = pointer('paths', path, method.toLowerCase(), 'responses', status, 'content', media, 'schema');
  const validate = ajv.getSchema(`api${content.schema?.$ref ?? `#${own}`}`);
  if (!validate) return [`${method} ${path} has no schema for ${answer.statusCode}`];
  if (validate(answer.json())) return [];
  const faults = validate.errors?.map(
    (error) => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`,
  );
  return [`${method} ${path} ${answer.statusCode}: ${faults?.join('; ')}`];
}
