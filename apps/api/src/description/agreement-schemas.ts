import { day, list, maybe, object, oneOf, type Schema, text, truth, whole } from './schema.js';

const number: Schema = { type: 'number' };
const kappa: Schema = {
  anyOf: [
    object({
      kappa: number,
      standardError: number,
      low: { ...number, description: 'The 95 per cent interval, cut at -1 and 1' },
      high: number,
      byChance: object({ standardError: number, z: number }),
      allAgree: truth,
    }),
    object({
      kappa: { type: 'null' },
      code: oneOf('noPairs', 'tooFew', 'oneCategory'),
      why: text('Why there is none'),
    }),
  ],
};

/** How far two assessors agree, by name. */
export const agreementSchemas: { [name: string]: Schema } = {
  AgreementView: object({
    from: day,
    to: day,
    pairs: whole,
    more: { ...truth, description: 'Whether there were more pairs than are counted' },
    lines: list(
      object({
        by: oneOf('instrument', 'domain', 'agency'),
        label: text(),
        instrument: object({ id: text(), version: whole }),
        domain: maybe(text()),
        agencyId: maybe(text()),
        of: oneOf('grade', 'suggestion', 'level'),
        notKnown: { ...whole, description: 'Pairs left out: one of the two did not know' },
        categories: list(text()),
        table: list(list(whole)),
        percent: object({ agreed: whole, of: whole, percent: maybe(text('To two places, half up')) }),
        kappa: object({ none: kappa, linear: kappa, quadratic: kappa }),
      }),
    ),
    definition: text(),
  }),
};
