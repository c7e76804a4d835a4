/** How a class of records comes to its end. */
export const retentionEndings = [
  'two-people',
  'with-record',
  'with-last-subject',
  'automatic',
  'kept',
  'not-held',
] as const;

/** One of these endings. */
export type RetentionEnding = (typeof retentionEndings)[number];

/** A class of records in the table of retention: how it ends, in words, and whose practice that is. */
export interface RetentionClass {
  id: string;
  label: string;
  ending: RetentionEnding;
  says: string;
  source: string;
}

/** Of what a rule of retention asks before it applies. */
export const retentionTests = ['always', 'protection', 'harm', 'looked-after', 'birth-unknown'] as const;

/** One of these tests. */
export type RetentionTest = (typeof retentionTests)[number];

/** From what a rule counts. */
export const retentionStarts = ['birth', 'closure', 'last-entry'] as const;

/** One of these starts. */
export type RetentionStart = (typeof retentionStarts)[number];

/** A rule of retention: records of this kind, where the test holds, are kept so many years from the start. */
export interface RetentionRule {
  id: string;
  label: string;
  of: 'childCase' | 'child';
  when: RetentionTest;
  from: RetentionStart;
  years: number;
  source: string;
}

/** What an area has decided about keeping and disposing. */
export interface RetentionProfile {
  classes: RetentionClass[];
  rules: RetentionRule[];
  /** Days between the approval of a disposal and the first on which it may be carried out. */
  waitDays: number;
  /** A legal hold is looked at again within so many months. */
  holdReviewMonths: number;
}
