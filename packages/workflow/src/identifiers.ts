export { termsOfText } from './identifiers/any-reading.js';
export {
  eachOnce,
  type Identifier,
  type IdentifierKind,
  identifierKindCodes,
  identifierKinds,
  identifierWords,
  looseForm,
  maskedIdentifier,
  readIdentifier,
  shownIdentifier,
  type WrittenIdentifier,
} from './identifiers/identifier.js';
export { type IdentifierFit, identifierFit, identifierTerms } from './identifiers/matching.js';
export { checkNhsNumber, type NhsNumberCheck } from './identifiers/nhs-number.js';
export { type Platform, platformCodes, platforms } from './identifiers/social-handle.js';
export { checkUpn, type UpnCheck } from './identifiers/upn.js';
