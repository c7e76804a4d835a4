import type { Instrument } from './instrument.js';
import { shippedInstruments } from './shipped-instruments.js';

/** What an area says of its instruments: which it uses, by id, and those that it brought itself, in every version. */
export interface InstrumentsOfArea {
  instruments: readonly string[];
  ownInstruments?: readonly Instrument[];
  /** Instruments that are no longer offered, one version or all, with the last day of each. */
  retiredInstruments?: readonly RetiredInstrument[];
}

/** An instrument that an area no longer offers after a day; without a version every version of it. */
export interface RetiredInstrument {
  id: string;
  version?: number;
  lastDay: string;
}

/** Every instrument that an area can read, in every version: those shipped and its own. */
export function instrumentsKnown({
  ownInstruments = [],
  retiredInstruments = [],
}: InstrumentsOfArea): readonly Instrument[] {
  const all = [...shippedInstruments, ...ownInstruments];
  if (retiredInstruments.length === 0) return all;
  return all.map((one) => {
    const lastDays = retiredInstruments
      .filter(({ id, version }) => id === one.id && (version === undefined || version === one.version))
      .map(({ lastDay }) => lastDay);
    const [effectiveTo = null] = [...lastDays, ...(one.effectiveTo ? [one.effectiveTo] : [])].sort();
    return effectiveTo === one.effectiveTo ? one : { ...one, effectiveTo };
  });
}

/** Whether an instrument may be used on a local day (YYYY-MM-DD), by its own dates; both of them belong to it. */
export function isInForce({ effectiveFrom, effectiveTo }: Instrument, day: string): boolean {
  return effectiveFrom <= day && (effectiveTo === null || day <= effectiveTo);
}

/** Finds one version of an instrument, in force or not: by it an old assessment is read and computed again. */
export function findInstrument(area: InstrumentsOfArea, id: string, version: number): Instrument | null {
  return instrumentsKnown(area).find((one) => one.id === id && one.version === version) ?? null;
}

/** Finds the newest version of an instrument that is in force on a local day. */
export function instrumentInForce(area: InstrumentsOfArea, id: string, day: string): Instrument | null {
  return instrumentsKnown(area)
    .filter((one) => one.id === id && isInForce(one, day))
    .reduce<Instrument | null>(
      (newest, one) => (newest && newest.version > one.version ? newest : one),
      null,
    );
}

/** The instruments that an area uses on a local day, the newest version of each, in the order of its profile. */
export function instrumentsInForce(area: InstrumentsOfArea, day: string): Instrument[] {
  return area.instruments.flatMap((id) => instrumentInForce(area, id, day) ?? []);
}
