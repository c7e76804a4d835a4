import type { FastifyInstance, FastifyRequest } from 'fastify';

/** What issuing needs of the api: also the demonstration issues papers as the api does. */
export type Issuing = Pick<FastifyInstance, 'store' | 'profileOf' | 'templates'>;

/** Who issues the papers of which sitting, to whom. */
export type IssuingRequest = Pick<FastifyRequest, 'params' | 'body' | 'reading' | 'actor'>;
