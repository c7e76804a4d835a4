import { checkLanguage, lexiconOn } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { Optional, Text, Truth } from '../fields.js';
import { dto } from '../plugins/bodies.js';
import { mostFindings } from './language-of.js';

/** A text to check, and whether the whole of it is somebody's own words. */
export class CheckLanguageBody {
  @Text(200_000)
  text: string;

  @Optional()
  @Truth()
  ownWords?: boolean;
}

const schema = {
  body: dto(CheckLanguageBody),
  tags: ['language'],
  operationId: 'language.check',
  summary: 'What could be said otherwise in a text, with reasons; the text is neither kept nor logged',
  response: {
    200: shownSchema('LanguageView', 'plain', 'The terms, in the order of the text'),
    ...answersOf(400, 401, 413, 415, 503),
  },
};

/** `POST /api/v1/language/check`: for everybody who is signed in. Nothing of the text is kept. */
export function checkLanguageRoute(app: FastifyInstance): void {
  app.post<{ Body: CheckLanguageBody }>('/api/v1/language/check', { schema }, async (request) => {
    const { text, ownWords = false } = request.body;
    const lexicon = lexiconOn(app.store.clock().slice(0, 10));
    const findings = checkLanguage(text, lexicon, { ownWords });
    const { id, version, title, from } = lexicon;
    return {
      lexicon: { id, version, title, from },
      findings: findings.slice(0, mostFindings),
      found: findings.length,
    };
  });
}
