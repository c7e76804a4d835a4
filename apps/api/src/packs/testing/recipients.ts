/** Who gets the papers of the planted sitting: the table, those who oversee it, and one who only watches. */
export const eleven = [
  ...(['chair', 'deputy', 'coordinator', 'member-police', 'member-health', 'substitute'] as const),
  ...(['senior', 'auditor', 'observer', 'governance', 'caldicott'] as const),
] as const;
/** One of these. */
export type Recipient = (typeof eleven)[number];

/** Words that were written in one place of the record, and who is to find them in the papers. */
export interface Planted {
  words: string;
  for: readonly Recipient[];
}

// What follows says who reads what as the rules of practice say it. Nothing of what makes the papers is asked.

/** All of these but some. */
export const but = (all: readonly Recipient[], ...gone: Recipient[]): readonly Recipient[] =>
  all.filter((one) => !gone.includes(one));

/** No copy holds it. */
export const nobody: readonly Recipient[] = [];

/** What is handled with conditions: the chair is the only one of the eleven who is named. */
export const chairAlone: readonly Recipient[] = ['chair'];

/** A case that is restricted is read by those named: of the eleven these two. */
export const named: readonly Recipient[] = ['chair', 'member-health'];

/** Who sits at the table, oversees it or answers for the record: items, sheets and minutes are open to them; who only watches reads none. */
export const table = but(eleven, 'observer');

/** What is done for a child, whoever owns it, and clusters: the office, the chairs, those who oversee and those who answer for the record. */
export const overseers = but(table, 'member-police', 'member-health', 'substitute');

/** The case of a person or a place, with links and measures: the same but for the senior manager, whose work is with children’s cases. */
export const oversight = but(overseers, 'senior');

/** The sheet of an adult or a place is read by the panel’s members too. */
export const sheets: readonly Recipient[] = [...oversight, 'member-police', 'member-health', 'substitute'];

/** What police do about those who harm: the chairs, the senior manager and the auditor, besides the owner. */
export const disruptionPart: readonly Recipient[] = ['chair', 'deputy', 'senior', 'auditor'];
