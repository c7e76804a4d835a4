import { readIntelligence } from '@mase/exchange';
import { cleared } from '@mase/workflow';
import { SubmitIntelligenceBody } from '../intelligence/submit-intelligence.js';
import type { ImportKind } from './import-kind.js';
import { openingImport } from './opening-import.js';

/**
 * A file of intelligence that partners sent to the desk: each row is submitted like any other report, to be graded and
 * sanitised. Nothing of it is graded by the file, and no word of a report is repeated in the answer.
 */
export const intelligenceImport: ImportKind = openingImport({
  stage: 'intelligence',
  words: 'reports of intelligence',
  command: 'intelligence/submit-intelligence',
  body: SubmitIntelligenceBody,
  read: readIntelligence,
  payloadOf: ({ reference: _, ...report }) => report,
  fieldOf: {
    ...{ seen: 'SEEN', when: 'WHEN', where: 'WHERE', whoElseKnows: 'WHO_ELSE_KNOWS' },
    ...{ howKnown: 'HOW_KNOWN', fromChild: 'FROM_CHILD', couldShow: 'COULD_SHOW' },
    ...{ childInDanger: 'CHILD_IN_DANGER', identifiers: 'PHONES' },
  },
  roles: cleared,
  who: 'the intelligence desk of the police',
  repeats: ['REFERENCE', 'HOW_KNOWN', 'FROM_CHILD', 'COULD_SHOW', 'CHILD_IN_DANGER'],
});
