import { type FoundRecord, findAnything, findCautioned, type Tx } from '@mase/store';
import {
  type ChildStanding,
  endOfNode,
  type LinkedKind,
  linkedKinds,
  localDate,
  readReference,
  type StrandRecordStanding,
  topicOf,
} from '@mase/workflow';
import { type Identifier, shownIdentifier, termsOfText } from '@mase/workflow/identifiers';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { Optional, SomeOf, Text } from '../fields.js';
import { dto } from '../plugins/bodies.js';
import { askingOf, audited } from '../view.js';

/** Whatever is known of whom or what is looked for. It travels in the body: addresses are kept by many on their way. */
export class SearchBody {
  @Text(200)
  text: string;

  /** Only records of these kinds. */
  @Optional()
  @SomeOf(linkedKinds)
  kinds?: LinkedKind[];
}

/** So many are shown: who is not among them is found by more letters of the name. */
const mostShown = 20;

const referenceOf = (standing: object) => (standing as { reference?: string }).reference ?? null;

/** What tells a child from another; of a person or a place the other names; of a case found alone no name at all. */
function who({ record }: FoundRecord) {
  const { kind, standing } = record;
  if (kind === 'child') {
    const { name, chosenName, birthDate } = standing as ChildStanding;
    return { name, aliases: chosenName && chosenName !== name ? [chosenName] : [], birthDate };
  }
  if (kind !== 'person' && kind !== 'location') return { name: null, aliases: [], birthDate: null };
  const { name, aliases } = standing as StrandRecordStanding;
  return { name, aliases, birthDate: null };
}

/** One record that was found, why, and the cases about it. */
function foundLine(one: FoundRecord, cautions: readonly string[]) {
  const { record, by, links, cases } = one;
  return {
    ...{ kind: record.kind, id: record.id, ...who(one), reference: referenceOf(record.standing) },
    by,
    links: links.map(({ id, node }) => ({ id, name: shownIdentifier(endOfNode(node) as Identifier) })),
    merged: record.state === 'merged',
    cases: cases.map(({ id, kind, standing }) => ({ id, kind, reference: referenceOf(standing) })),
    cautions,
  };
}

async function linesOf(tx: Tx, found: readonly FoundRecord[]) {
  const children = found.filter(({ record }) => record.kind === 'child').map(({ record }) => record.id);
  const cautioned = await findCautioned(tx, children);
  return found.map((one) => foundLine(one, cautioned.get(one.record.id) ?? []));
}

const summary =
  'Children, persons of concern, places and cases that a name, however it is spelt, a nickname, a number, an identifier or a reference fits';

const schema = {
  body: dto(SearchBody),
  tags: ['search'],
  operationId: 'search',
  summary,
  response: { 200: shownSchema('FoundView', 'plain', 'The likeliest first'), ...answersOf(400, 401, 503) },
};

/** `POST /api/v1/search`: what of the books may be meant by whatever was typed into one box. */
export function searchRoute(app: FastifyInstance): void {
  app.post('/api/v1/search', { schema }, async (request: FastifyRequest<{ Body: SearchBody }>) => {
    const { text, kinds } = request.body;
    const { profile, now } = await askingOf(app, request);
    const terms = termsOfText(text, localDate(now, profile.timeZone));
    return audited(app, request, { action: 'search' }, async (tx) => {
      const references = [text.trim(), readReference(text) ?? ''];
      const { found, more } = await findAnything(tx, { text, references, terms, kinds, limit: mostShown });
      return {
        shown: { items: await linesOf(tx, found), more },
        persons: found.flatMap(({ record }) => topicOf(record.kind).persons(record as never)),
      };
    });
  });
}
