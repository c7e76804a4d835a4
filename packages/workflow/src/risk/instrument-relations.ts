import { windowIds } from './instrument.js';
import { type Found, type Loose, looseList, looseObject, repeats, unknownIn } from './loose.js';
import { ruleFaults } from './rule-relations.js';

/** Names under which a result keeps its own lines. */
const reserved = ['rules', 'floors'];

function windowFaults(windows: Loose[]): Found {
  const months = (id: string) => windows.find((window) => window.id === id)?.months;
  const current = months('current');
  return [
    ...repeats(windows, 'id', '/windows'),
    ...windows.flatMap(({ id, months: reach }, index): Found => {
      if (reach === undefined) return [];
      const at = `/windows/${index}/months`;
      return [
        [at, id === 'lifetime' && 'must be left out: a lifetime has no limit'],
        [
          at,
          id === 'earlier' &&
            typeof current !== 'number' &&
            'needs months in the current window too: earlier begins where that ends',
        ],
        [
          at,
          id === 'earlier' &&
            typeof current === 'number' &&
            Number(reach) <= current &&
            `must be more than the ${current} months of the current window`,
        ],
      ];
    }),
  ];
}

function indicatorFaults(domains: Loose[], windows: Loose[]): Found {
  const codes = new Set<unknown>();
  const labels = new Set<unknown>();
  const named = new Set(domains.map((domain) => domain.code));
  return domains.flatMap((domain, index) =>
    looseList(domain.indicators).flatMap((indicator, place): Found => {
      const at = `/domains/${index}/indicators/${place}`;
      const { code, label } = indicator;
      const weights = Object.keys(looseObject(indicator.weights));
      const found: Found = [
        [`${at}/code`, code !== undefined && codes.has(code) && `repeats "${String(code)}"`],
        [`${at}/code`, code !== undefined && named.has(code) && 'is the code of a domain too'],
        [
          `${at}/label`,
          label !== undefined && labels.has(label) && 'repeats the words of an indicator before it',
        ],
        ...weights.map((window): Found[number] => [
          `${at}/weights/${window}`,
          unknownIn(windows, 'id', window, 'has no such window in this instrument', windowIds),
        ]),
      ];
      codes.add(code);
      labels.add(label);
      return found;
    }),
  );
}

function domainFaults(domains: Loose[], levels: Loose[]): Found {
  return [
    ...repeats(domains, 'code', '/domains'),
    ...domains.flatMap((domain, index): Found => {
      const at = `/domains/${index}`;
      const { asks, code } = domain;
      const indicators = looseList(domain.indicators).length;
      return [
        [`${at}/code`, reserved.includes(String(code)) && 'is a name that the explanation keeps for itself'],
        [
          `${at}/asks`,
          asks === 'level' && levels.length === 0 && 'asks for a level, and the instrument has none',
        ],
        [
          `${at}/indicators`,
          asks === 'narrative' && indicators > 0 && 'must be empty where only narrative is asked',
        ],
        [
          `${at}/indicators`,
          asks === 'indicators' &&
            Array.isArray(domain.indicators) &&
            indicators === 0 &&
            'must have at least 1 item',
        ],
        ...repeats(looseList(domain.protective), 'id', `${at}/protective`),
      ];
    }),
  ];
}

/**
 * What the parts of an instrument must be to each other: dates in order, codes once, windows and levels and tiers that
 * exist, bands that climb and can be reached. Looks at whatever is there, so that a fault of one part hides no other.
 */
export function relationFaults(value: unknown): Found {
  const instrument = looseObject(value);
  const { effectiveFrom, effectiveTo, kinds } = instrument;
  const [windows, levels, domains, rules] = ['windows', 'levels', 'domains', 'suggestion'].map((key) =>
    looseList(instrument[key]),
  ) as [Loose[], Loose[], Loose[], Loose[]];
  const ended =
    typeof effectiveFrom === 'string' && typeof effectiveTo === 'string' && effectiveTo < effectiveFrom;
  const listed = Array.isArray(kinds) ? kinds : [];
  return [
    ['/effectiveTo', ended && 'must not be before effectiveFrom'],
    ...listed.map((kind, index): Found[number] => [
      `/kinds/${index}`,
      listed.indexOf(kind) < index && `repeats "${String(kind)}"`,
    ]),
    ...windowFaults(windows),
    ...repeats(levels, 'code', '/levels'),
    ...repeats(levels, 'value', '/levels'),
    ...domainFaults(domains, levels),
    ...indicatorFaults(domains, windows),
    ...repeats(rules, 'code', '/suggestion'),
    ...rules.flatMap((rule, index) => ruleFaults({ windows, levels, domains }, rule, `/suggestion/${index}`)),
  ];
}
