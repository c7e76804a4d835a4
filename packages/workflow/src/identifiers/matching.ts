import type { SearchTerm } from '../model.js';
import { eachOnce, type Identifier, looseForm } from './identifier.js';

/**
 * How well two identifiers fit: `same` in their normal forms; `alike` by the looser rule of their kind, which a person
 * has to judge: one house at one postcode, one name used in two places online, one box under two e-mail addresses.
 */
export type IdentifierFit = 'same' | 'alike';

/** How two identifiers fit, or null where they do not. */
export function identifierFit(one: Identifier, other: Identifier): IdentifierFit | null {
  if (one.kind !== other.kind) return null;
  if (one.value === other.value) return 'same';
  const loose = looseForm(one);
  return loose !== null && loose === looseForm(other) ? 'alike' : null;
}

const looseTerms = { handle: 'handleAnywhere', address: 'houseAtPostcode', email: 'emailBox' } as const;

/** The kind of term under which the looser form of an identifier is kept, where its kind has one. */
const looseTermOf = (kind: Identifier['kind']): SearchTerm['kind'] | null =>
  kind in looseTerms ? looseTerms[kind as keyof typeof looseTerms] : null;

/** The terms by which a record that holds these identifiers is found: each in its normal form, and in its looser one. */
export function identifierTerms(identifiers: readonly Identifier[]): SearchTerm[] {
  return eachOnce(identifiers).flatMap((one) => {
    const loose = looseForm(one);
    const kind = looseTermOf(one.kind);
    return [{ kind: one.kind, term: one.value }, ...(kind && loose !== null ? [{ kind, term: loose }] : [])];
  });
}
