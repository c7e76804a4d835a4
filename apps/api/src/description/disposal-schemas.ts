import { disposalBases, holdReasons, holdScopes, holdThemes, instrumentChangeKinds } from '@mase/workflow';
import {
  byName,
  day,
  id,
  instant,
  list,
  maybe,
  named,
  object,
  oneOf,
  page,
  type Schema,
  shown,
  text,
  whole,
} from './schema.js';

const act = maybe(object({ by: maybe(id), at: instant }));
const about = {
  kind: oneOf('childCase', 'child'),
  id,
  title: text('The name, while the record is there'),
  reference: maybe(text()),
  childId: id,
};
const disposal = {
  id,
  version: whole,
  state: named('State'),
  about: maybe(object(about)),
  basis: maybe(oneOf(...disposalBases)),
  rule: maybe(text('The rule of retention that decided')),
  keptUntil: maybe(day),
  proposed: act,
  approved: act,
  notBefore: maybe(instant),
  ended: act,
};
const keptBy = object({
  rule: text(),
  label: text(),
  start: day,
  years: whole,
  until: day,
  source: text(),
  decides: { type: 'boolean', description: 'Whether this is the rule that decides: the longest' },
});
const hold = {
  id,
  version: whole,
  state: named('State'),
  scope: oneOf(...holdScopes),
  childId: maybe(id),
  teamId: maybe(text()),
  theme: maybe(oneOf(...holdThemes)),
  reason: maybe(oneOf(...holdReasons)),
  placed: act,
  reviewBy: day,
  lifted: act,
};

const instrumentChange = {
  id,
  version: whole,
  state: text(),
  change: oneOf(...instrumentChangeKinds),
  instrument: text('The id of the instrument'),
  ofVersion: maybe(whole),
  title: text(),
  from: day,
  proposedBy: maybe(id),
  proposedAt: instant,
  decidedBy: maybe(id),
  decidedAt: maybe(instant),
};

/** What disposals, their review, legal holds and changes of the instruments show, by name. */
export const disposalSchemas: { [name: string]: Schema } = {
  KeptBy: { description: 'One rule of retention with its reckoning', ...keptBy },
  DisposalCertificate: object({
    digest: text('SHA-256 of the text of the certificate'),
    said: object({
      disposal: id,
      at: instant,
      basis: maybe(oneOf(...disposalBases)),
      rule: maybe(text()),
      keptUntil: maybe(day),
      proposed: act,
      approved: act,
      carriedOut: act,
      records: byName({ type: 'integer' }),
      rows: byName({ type: 'integer' }),
      entries: object({ history: whole, audit: whole }),
      lines: list(object({ id, leaf: text('The leaf of the sealed line'), entries: whole })),
    }),
  }),
  DisposalView: object({
    ...disposal,
    ...shown,
    why: list(named('KeptBy')),
    certificate: maybe(named('DisposalCertificate')),
  }),
  DisposalsView: page(object(disposal)),
  DueForReviewView: page(
    object({ ...about, closedAt: instant, keptUntil: day, rule: text(), why: list(named('KeptBy')) }),
  ),
  LegalHoldView: object({ ...hold, ...shown }),
  InstrumentChangeView: object({ ...instrumentChange, ...shown }),
  InstrumentChangesView: page(object(instrumentChange)),
  LegalHoldsView: page(object({ ...hold, childName: maybe(text()) })),
};
