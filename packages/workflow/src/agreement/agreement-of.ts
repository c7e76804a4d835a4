import { type Grade, grades } from '../profile/grade.js';
import { type Kappa, kappaOf, type NoKappa, percentAgreement, type Weighting } from './kappa.js';

/** What one of two assessors made of a child. */
export interface Rating {
  /** The agency of the assessor; null where no account is known. */
  agencyId: string | null;
  proposed: Grade;
  suggested: Grade;
  /** The level of each domain; null where it is not known. */
  levels: readonly { domain: string; level: number | null }[];
}

/** Two assessments of one child with one version of an instrument, the second blind to the first. */
export interface RatedPair {
  instrument: { id: string; version: number };
  first: Rating;
  second: Rating;
}

/** The domains of an instrument and its levels, as far as agreement needs them. */
export interface RatedInstrument {
  id: string;
  version: number;
  domains: readonly { code: string; asks: string }[];
  levels: readonly { value: number }[];
}

/** How far two assessors agree about one thing. */
export interface AgreementLine {
  /** What the pairs have in common besides the instrument: nothing, a domain of it, or an agency of one or both assessors. */
  by: 'instrument' | 'domain' | 'agency';
  instrument: { id: string; version: number };
  /** Of a level: the domain, also where the line is an agency’s. */
  domain: string | null;
  agencyId: string | null;
  /** What is compared: the grade proposed, the instrument’s suggestion, or the level of the domain. */
  of: 'grade' | 'suggestion' | 'level';
  /** Left out of the table: one of the two did not know. */
  notKnown: number;
  /** The categories in their order, and counts: rows the first assessor, columns the second. */
  categories: string[];
  table: number[][];
  percent: ReturnType<typeof percentAgreement>;
  kappa: Record<Weighting, Kappa | NoKappa>;
}

type Told = [first: string | null, second: string | null];
type Head = Omit<AgreementLine, 'notKnown' | 'categories' | 'table' | 'percent' | 'kappa'>;

function lineOf(head: Head, categories: readonly string[], told: readonly Told[]): AgreementLine {
  const known = told.filter((pair): pair is [string, string] => !pair.includes(null));
  const table = categories.map((row) =>
    categories.map((column) => known.filter(([first, second]) => first === row && second === column).length),
  );
  return {
    ...head,
    notKnown: told.length - known.length,
    categories: [...categories],
    table,
    percent: percentAgreement(table),
    kappa: {
      none: kappaOf(table, 'none'),
      linear: kappaOf(table, 'linear'),
      quadratic: kappaOf(table, 'quadratic'),
    },
  };
}

const levelOf = ({ levels }: Rating, domain: string): string | null =>
  levels.find((one) => one.domain === domain)?.level?.toString() ?? null;

const gradesOf = (pairs: readonly RatedPair[], of: 'proposed' | 'suggested'): Told[] =>
  pairs.map(({ first, second }) => [first[of], second[of]]);

/** The lines of one instrument, of all pairs or of those of an agency: of the grade, of the suggestion, of each domain with a level. */
function linesOfInstrument(
  instrument: RatedInstrument,
  pairs: readonly RatedPair[],
  agencyId: string | null = null,
): AgreementLine[] {
  const { id, version } = instrument;
  const head = { instrument: { id, version }, domain: null, agencyId };
  const [whole, part] =
    agencyId === null ? (['instrument', 'domain'] as const) : (['agency', 'agency'] as const);
  const levels = instrument.levels.map(({ value }) => value).sort((one, other) => one - other);
  return [
    lineOf({ ...head, by: whole, of: 'grade' }, grades, gradesOf(pairs, 'proposed')),
    lineOf({ ...head, by: whole, of: 'suggestion' }, grades, gradesOf(pairs, 'suggested')),
    ...instrument.domains
      .filter(({ asks }) => asks === 'level')
      .map(({ code }) =>
        lineOf(
          { ...head, by: part, domain: code, of: 'level' },
          levels.map(String),
          pairs.map(({ first, second }): Told => [levelOf(first, code), levelOf(second, code)]),
        ),
      ),
  ];
}

/**
 * Agreement of pairs of assessors by instrument and version, by each domain with a level, and of each instrument by
 * agency: there a pair counts for the agency of either assessor, once. What two instruments or two versions ask is never
 * counted together, for their scales differ. Pairs of an instrument that is not given are left out.
 */
export function agreementOf(
  pairs: readonly RatedPair[],
  instruments: readonly RatedInstrument[],
): AgreementLine[] {
  const used = instruments
    .map((instrument) => ({
      instrument,
      own: pairs.filter(
        (pair) => pair.instrument.id === instrument.id && pair.instrument.version === instrument.version,
      ),
    }))
    .filter(({ own }) => own.length > 0);
  return [
    ...used.flatMap(({ instrument, own }) => linesOfInstrument(instrument, own)),
    ...used.flatMap(({ instrument, own }) =>
      agenciesIn(own).flatMap((agencyId) => {
        const theirs = own.filter(({ first, second }) =>
          [first.agencyId, second.agencyId].includes(agencyId),
        );
        return linesOfInstrument(instrument, theirs, agencyId);
      }),
    ),
  ];
}

const agenciesIn = (pairs: readonly RatedPair[]): string[] =>
  [...new Set(pairs.flatMap(({ first, second }) => [first.agencyId, second.agencyId]))]
    .filter((one): one is string => one !== null)
    .sort();
