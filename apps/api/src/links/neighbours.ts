import { findNeighbours, type Neighbourhood } from '@mase/store';
import { endOfNode, isRecordKind, type LinkEnd, localDate, nodeOf, readIdentifier } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { Whole } from '../fields.js';
import { dto } from '../plugins/bodies.js';
import { invalid } from '../problem.js';
import { type Asking, askingOf, audited } from '../view.js';
import { LinkEndBody } from './link-end.js';
import { endView } from './link-view.js';

/** Around whom or what is looked, and how far. It travels in the body: addresses are kept by many on their way. */
export class NeighboursQuestion extends LinkEndBody {
  @Whole(1, 3)
  steps: number;
}

/** At most so many nodes are answered: more than that no chart shows. */
const mostNodes = 300;

const summary = 'What is linked with a child, a person, a place, a phone or a vehicle, in up to three steps';
const schema = {
  body: dto(NeighboursQuestion),
  tags: ['links'],
  operationId: 'links.neighbours',
  summary,
  response: { 200: shownSchema('NeighboursView', 'list', summary), ...answersOf(400, 401, 503) },
};

function endAsked({ kind, id, text, platform }: NeighboursQuestion, { now, profile }: Asking): LinkEnd {
  if (isRecordKind(kind)) {
    if (!id)
      throw invalid('Some fields have faults; nothing was looked up.', [
        { pointer: '/id', code: 'required', detail: 'Give the id of the record.' },
      ]);
    return { kind, id };
  }
  if (!text)
    throw invalid('Some fields have faults; nothing was looked up.', [
      { pointer: '/text', code: 'required', detail: 'Write the identifier.' },
    ]);
  const read = readIdentifier(
    { kind, text, ...(platform ? { platform } : {}) },
    localDate(now, profile.timeZone),
  );
  if ('fault' in read)
    throw invalid('Some fields have faults; nothing was looked up.', [
      { pointer: '/text', code: 'unreadable', detail: read.fault },
    ]);
  return read.identifier;
}

const recordsAmong = ({ nodes }: Neighbourhood) =>
  nodes.map(({ node }) => endOfNode(node)).flatMap((end) => ('id' in end ? [end.id] : []));

/** `POST /api/v1/links/neighbours`. */
export function neighbours(app: FastifyInstance): void {
  app.post<{ Body: NeighboursQuestion }>('/api/v1/links/neighbours', { schema }, async (request) => {
    const asking = await askingOf(app, request);
    const end = endAsked(request.body, asking);
    return audited(app, request, { action: 'links/neighbours' }, async (tx) => {
      const { steps } = request.body;
      const found = await findNeighbours(tx, {
        node: nodeOf(end),
        steps: steps as 1 | 2 | 3,
        limit: mostNodes,
      });
      const titles = new Map(
        found.nodes.flatMap(({ node, title }) => (title ? [[node.slice(node.indexOf(':') + 1), title]] : [])),
      ) as Map<string, string>;
      const shown = {
        items: found.nodes.map(({ node, steps: away }) => ({
          ...endView(endOfNode(node), titles),
          steps: away,
        })),
        links: found.links,
        more: found.more,
      };
      return { shown, persons: recordsAmong(found) };
    });
  });
}
