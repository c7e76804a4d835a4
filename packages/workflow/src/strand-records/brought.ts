import { eachOnce, type Identifier } from '../identifiers/identifier.js';
import type { Fault, StoredRecord } from '../model.js';
import {
  aliasesKept,
  aliasesWith,
  casesHeld,
  identifiersKept,
  joinedHeld,
  namesOfRecord,
  type StrandRecordStanding,
} from './standing.js';

/** What somebody or something is called and found by. */
type Called = Pick<StrandRecordStanding, 'aliases' | 'identifiers'>;

type Other = StoredRecord<StrandRecordStanding>;

const keyOf = ({ kind, value }: Identifier): string => `${kind} ${value}`;

/** Of these names and identifiers those that none of the others has, names without regard to case. */
function without({ aliases, identifiers }: Called, others: readonly Called[]): Called {
  const names = new Set(others.flatMap((one) => one.aliases.map((name) => name.toLowerCase())));
  const keys = new Set(others.flatMap((one) => one.identifiers.map(keyOf)));
  return {
    aliases: aliases.filter((name) => !names.has(name.toLowerCase())),
    identifiers: identifiers.filter((one) => !keys.has(keyOf(one))),
  };
}

/** What the record itself was told, whatever records joined with it brought. */
function ownOf(standing: StrandRecordStanding): Called {
  const { aliases, identifiers, joined = [] } = standing;
  return without({ aliases: namesOfRecord({ name: standing.name, aliases }), identifiers }, joined);
}

/**
 * What a record is once another is joined with it: its names and identifiers are those of both. Kept of the other is what
 * the record itself did not know, so that taking the two apart leaves it its own.
 */
export function joinedRecord(standing: StrandRecordStanding, { id, standing: other }: Other) {
  const names = namesOfRecord({ name: '', aliases: [...other.aliases, other.name] });
  const brought = without({ aliases: names, identifiers: other.identifiers }, [ownOf(standing)]);
  return {
    aliases: aliasesWith(standing.name, standing.aliases, brought.aliases),
    identifiers: eachOnce([...standing.identifiers, ...brought.identifiers]),
    cases: [...standing.cases, ...other.cases].slice(-casesHeld),
    joined: [
      ...(standing.joined ?? []),
      {
        id,
        name: other.name,
        ...brought,
        cases: other.cases.map((one) => one.id),
        ...(other.adultOn ? { adultOn: other.adultOn } : {}),
      },
    ].slice(-joinedHeld),
  };
}

/** What a record is once a joined one stands for itself again: what that one alone brought goes with it. */
export function partedRecord(standing: StrandRecordStanding, other: Other) {
  const joined = standing.joined ?? [];
  const gone = joined.find(({ id }) => id === other.id);
  const kept = joined.filter(({ id }) => id !== other.id);
  if (!gone) return {};
  return {
    ...without(standing, [without(gone, kept)]),
    cases: standing.cases.filter(({ id }) => !gone.cases.includes(id)),
    joined: kept,
  };
}

/** What the record is told itself is its own from then on, also where a joined one had brought it. */
export function joinedAfter(
  { joined }: StrandRecordStanding,
  told: Called,
): Pick<StrandRecordStanding, 'joined'> {
  return joined?.length ? { joined: joined.map((one) => ({ ...one, ...without(one, [told]) })) } : {};
}

/** A record that would be called by more than it holds: nothing is pushed out unseen. */
export function heldFaults(
  { aliases, identifiers }: Called,
  at: { aliases: string; identifiers: string },
): Fault[] {
  const names = namesOfRecord({ name: '', aliases });
  const tooMany = (pointer: string, detail: string): Fault => ({ pointer, code: 'tooMany', detail });
  return [
    ...(names.length > aliasesKept
      ? [
          tooMany(
            at.aliases,
            `A record holds ${aliasesKept} other names, and this would be ${names.length}. Write the rest into the description.`,
          ),
        ]
      : []),
    ...(identifiers.length > identifiersKept
      ? [
          tooMany(
            at.identifiers,
            `A record holds ${identifiersKept} identifiers, and this would be ${identifiers.length}. Record each of the rest as a link.`,
          ),
        ]
      : []),
  ];
}
