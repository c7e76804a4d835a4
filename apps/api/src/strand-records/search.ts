import { findStrandMatches, type StrandMatch } from '@mase/store';
import { localDate, regionsOfStrand, type SearchTerm, type Strand } from '@mase/workflow';
import { identifierTerms, readIdentifier } from '@mase/workflow/identifiers';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { Optional, Parts, Text } from '../fields.js';
import { WrittenIdentifierBody } from '../identifiers/written-identifier.js';
import { dto } from '../plugins/bodies.js';
import { askingOf, audited } from '../view.js';

/** Who or what is looked for: any of it may fit. It travels in the body: addresses are kept by many on their way. */
export class StrandSearch {
  @Optional()
  @Text(120)
  name?: string;

  @Optional()
  @Parts(() => WrittenIdentifierBody, 8)
  identifiers?: WrittenIdentifierBody[];
}

/** The terms of a search, in their normal forms; what cannot be read finds nothing. */
function termsOf({ name, identifiers = [] }: StrandSearch, today: string): SearchTerm[] {
  const read = identifiers.flatMap((one) => {
    const reading = readIdentifier(one, today);
    return 'identifier' in reading ? [reading.identifier] : [];
  });
  return [...(name ? [{ kind: 'name', term: name } as const] : []), ...identifierTerms(read)];
}

/** A person or place that may be the one asked for, as a choice shows it. */
export function strandMatchLine({ record, by, cases }: StrandMatch) {
  const { name, aliases } = record.standing;
  return {
    id: record.id,
    name,
    aliases,
    by,
    merged: record.state === 'merged',
    cases: cases.map((one) => ({
      id: one.id,
      reference: one.standing.reference,
      state: regionsOfStrand(one),
      priority: one.standing.priority,
      bases: one.standing.bases.map(({ code }) => code),
    })),
  };
}

/** `POST /api/v1/persons/search` and `locations/search`: who or what of the books may be meant, the likeliest first. */
export function searchStrand(app: FastifyInstance, { about, noun }: Strand): void {
  const topic = `${about}s`;
  const schema = {
    body: dto(StrandSearch),
    tags: [topic],
    operationId: `${topic}.search`,
    summary: `Any ${noun} on the books whom a name or identifier fits and whom the reader may see`,
    response: {
      200: shownSchema(
        about === 'person' ? 'PersonMatchesView' : 'LocationMatchesView',
        'plain',
        'The likeliest first',
      ),
      ...answersOf(400, 401, 503),
    },
  };
  app.post(`/api/v1/${topic}/search`, { schema }, async (request: FastifyRequest<{ Body: StrandSearch }>) => {
    const { profile, now } = await askingOf(app, request);
    const terms = termsOf(request.body, localDate(now, profile.timeZone));
    return audited(app, request, { action: `${topic}/search` }, async (tx) => {
      const matches = await findStrandMatches(tx, { kind: about, terms, limit: 20 });
      return {
        shown: { matches: matches.map(strandMatchLine) },
        persons: matches.map(({ record }) => record.id),
      };
    });
  });
}
