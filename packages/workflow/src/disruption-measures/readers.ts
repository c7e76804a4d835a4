import type { ContentClass } from '../access-shapes.js';
import type { Actor, Reader, StoredRecord } from '../model.js';
import { holdsFor } from '../posts.js';
import { findMeasureCode } from './measure-codes.js';
import { codeOf, type MeasureStanding } from './standing.js';

type Measure = StoredRecord<MeasureStanding>;

/** The relations that somebody has to a measure; the policy names them. */
export function relationsToMeasure(actor: Actor, { standing }: Measure): string[] {
  const { owner, licensing } = findMeasureCode(standing.code) ?? {};
  return [
    ...(holdsFor(actor, standing.ownerId) ? ['owner'] : []),
    ...(licensing ? ['licence'] : []),
    ...(owner === 'local-authority' ? ['localAuthority'] : []),
  ];
}

const police = ['intelligence-officer', 'intelligence-supervisor', 'police-desk'];
const overseers = [
  ...['coordinator', 'chair', 'deputy-chair'],
  ...['auditor', 'information-governance', 'caldicott-guardian'],
];

const lines = (principals: readonly string[], of: ContentClass = 'case'): Reader[] =>
  principals.map((principal) => ({ principal, class: of, until: null }));

/**
 * Who reads a measure: police and those who oversee, whoever owns it, the managers of the agency that does; the licensing
 * officer what licensing can act on, senior managers what the local authority does. An ended one stays to be read: what
 * was tried is asked for years later.
 */
export function readersOfMeasure({ standing }: Measure): Reader[] {
  const { ownerId, ownerAgencyId } = standing;
  const { owner, licensing } = codeOf(standing);
  const localAuthority = owner === 'local-authority';
  const acting = [
    ...(ownerId ? [`user:${ownerId}`] : []),
    ...(ownerAgencyId ? [`agency:${ownerAgencyId}:manager`, `agency:${ownerAgencyId}:senior`] : []),
    ...(licensing ? ['role:licensing-officer'] : []),
    ...(localAuthority ? ['role:senior'] : []),
  ];
  return [
    ...lines([...[...police, ...overseers].map((role) => `role:${role}`), ...acting]),
    // On whom it is, where they do not read the person's own record.
    ...lines(acting, 'identity'),
  ];
}

/** What is handled with conditions the supervisor and its owner keep, besides those named. */
export function closedReadersOfMeasure({ standing }: Measure): Reader[] {
  return lines(['role:intelligence-supervisor', ...(standing.ownerId ? [`user:${standing.ownerId}`] : [])]);
}
