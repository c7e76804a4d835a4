import { shippedInstruments } from '../risk/shipped-instruments.js';
import { extendableClockIds } from './clock-rule.js';
import type { Profile } from './profile.js';
import { type DocumentFault, pointerKey } from './shape.js';

/** The parts of an agenda under which the product puts what it proposes. */
const neededSections = [
  'child-new',
  'child-review',
  'child-step-down',
  'person',
  'location',
  'theme',
  'escalation',
];

/** What a gate may ask: of anything else the product could not say whether a case has it. */
export const gateNeeds = ['strategy-discussion', 'confirmed-grade', 'current-plan'] as const;

/** The basis under which a chair's action lists a case. */
const neededBasis = 'professional-concern';

const fault = (pointer: string, reason: string): DocumentFault => ({ pointer, reason });

function bandFaults({ priority: { bands } }: Profile): DocumentFault[] {
  return bands.medium < bands.high
    ? []
    : [fault('/priority/bands/medium', `must be below the band of high, which begins at ${bands.high}`)];
}

function extensionFaults({ clocks }: Profile): DocumentFault[] {
  return Object.values(clocks).flatMap(({ id, extension }) =>
    !extension || extendableClockIds.some((one) => one === id)
      ? []
      : [
          fault(
            `/clocks/${pointerKey(id)}/extension`,
            `is for these clocks alone: ${extendableClockIds.join(', ')}`,
          ),
        ],
  );
}

function panelFaults({ panel }: Profile): DocumentFault[] {
  const sections = panel.agenda.map(({ id }) => id);
  const bases = panel.listingBases.map(({ id }) => id);
  return [
    ...neededSections
      .filter((id) => !sections.includes(id))
      .map((id) => fault('/panel/agenda', `has no part "${id}", under which the product proposes items`)),
    ...(bases.includes(neededBasis)
      ? []
      : [
          fault(
            '/panel/listingBases',
            `has no basis "${neededBasis}", under which a chair’s action lists a case`,
          ),
        ]),
    ...panel.gate.needs.flatMap(({ id }, index) =>
      gateNeeds.some((known) => known === id)
        ? []
        : [fault(`/panel/gate/needs/${index}/id`, `must be one of: ${gateNeeds.join(', ')}`)],
    ),
  ];
}

function instrumentFaults({ instruments, ownInstruments = [] }: Profile): DocumentFault[] {
  const known = [...shippedInstruments, ...ownInstruments].map(({ id }) => id);
  return instruments.flatMap((id, index) =>
    known.includes(id)
      ? []
      : [
          fault(
            `/instruments/${index}`,
            `is no instrument that is shipped or the area’s own: ${[...new Set(known)].join(', ')}`,
          ),
        ],
  );
}

function outcomeFaults({ incidents: { outcomes } }: Profile): DocumentFault[] {
  return outcomes.flatMap(({ force, code, from, until }, index) => {
    const at = `/incidents/outcomes/${index}`;
    if (until !== undefined && until < from) return [fault(`${at}/until`, `is before it begins, on ${from}`)];
    const other = outcomes.findIndex(
      (one, place) =>
        place < index &&
        one.force === force &&
        one.code === code &&
        one.from <= (until ?? '9999-12-31') &&
        from <= (one.until ?? '9999-12-31'),
    );
    return other < 0
      ? []
      : [
          fault(
            `${at}/from`,
            `falls into the time of /incidents/outcomes/${other}, of the same force and code`,
          ),
        ];
  });
}

function retentionFaults({ retention: { rules } }: Profile): DocumentFault[] {
  return (['childCase', 'child'] as const)
    .filter((of) => !rules.some((rule) => rule.of === of && rule.when === 'always'))
    .map((of) =>
      fault(
        '/retention/rules',
        `has no rule of ${pointerKey(of)} for "always": nothing would say how long it is kept`,
      ),
    );
}

/** What is wrong between the parts of a profile of which each is what it must be. */
export function profileRelations(profile: Profile): DocumentFault[] {
  return [
    ...instrumentFaults(profile),
    ...extensionFaults(profile),
    ...panelFaults(profile),
    ...bandFaults(profile),
    ...outcomeFaults(profile),
    ...retentionFaults(profile),
  ];
}
