import list from './exemptions.json' with { type: 'json' };

/** A ground on which something is kept from whoever asks for it, with its law and the days between which that is in force. */
export interface Exemption {
  code: string;
  label: string;
  citation: string;
  from: string;
  until?: string;
  /** Only where one of these asks: never against somebody who asks for what is written of him- or herself. */
  askedBy?: string[];
}

/** Every exemption, in force or not any more: what was decided on one keeps its words. */
export const exemptions: readonly Exemption[] = list;

/** The codes of all of them. */
export const exemptionCodes: readonly string[] = exemptions.map(({ code }) => code);

/** Those in force on a day (YYYY-MM-DD), the first and the last day included; those alone that hold against who asks. */
export function exemptionsOn(day: string, asker?: string): Exemption[] {
  return exemptions.filter(
    ({ from, until, askedBy }) =>
      from <= day &&
      (until === undefined || day <= until) &&
      (asker === undefined || askedBy === undefined || askedBy.includes(asker)),
  );
}
