import type { SearchTerm } from '../model.js';
import { type Identifier, identifierKindCodes, readIdentifier } from './identifier.js';
import { identifierTerms } from './matching.js';

/** Every identifier that a text may be, whatever was meant by it; a name used online is one wherever it is used. */
function readings(text: string, today: string): Identifier[] {
  return identifierKindCodes.flatMap((kind) => {
    const read = readIdentifier({ kind, text, platform: 'other' }, today);
    return 'identifier' in read ? [read.identifier] : [];
  });
}

/**
 * The terms by which whatever somebody typed into one box may find a record: as each kind of identifier that can be read
 * in it, and as the authority's own number. `today` is a date, for years that were written with two digits.
 */
export function termsOfText(text: string, today: string): SearchTerm[] {
  return [...identifierTerms(readings(text, today)), { kind: 'localId', term: text }];
}
