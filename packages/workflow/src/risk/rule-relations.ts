import { type Grade, grades } from '../profile/grade.js';
import { windowIds } from './instrument.js';
import { type Found, type Loose, looseList, looseObject, repeats, unknownIn } from './loose.js';

/** The parts of an instrument on which its rules rest. */
export interface RuledParts {
  windows: Loose[];
  levels: Loose[];
  domains: Loose[];
}

const indicatorsOf = ({ domains }: RuledParts): Loose[] =>
  domains.flatMap((domain) => looseList(domain.indicators));

const rank = (grade: unknown): number => grades.indexOf(grade as Grade);

const noLevel = ({ levels }: RuledParts, code: unknown) =>
  unknownIn(levels, 'code', code, 'is no level of this instrument');

const noWindow = ({ windows }: RuledParts, id: unknown) =>
  unknownIn(windows, 'id', id, 'is no window of this instrument', windowIds);

const noTier = (parts: RuledParts, tier: unknown) =>
  unknownIn(
    indicatorsOf(parts).filter((one) => one.tier !== undefined),
    'tier',
    tier,
    'is no tier of this instrument',
  );

function countFaults(parts: RuledParts, count: Loose, at: string): Found {
  const all = indicatorsOf(parts);
  const { type, tier, window, atLeast } = count;
  const tierless = noTier(parts, tier);
  const windowless = noWindow(parts, window);
  const matching = all.filter(
    (one) => (type === undefined || one.type === type) && (tier === undefined || one.tier === tier),
  );
  const never = !tierless && !windowless && typeof atLeast === 'number' && atLeast > matching.length;
  return [
    [`${at}/tier`, tierless],
    [`${at}/window`, windowless],
    [`${at}/atLeast`, never && `can never hold: ${matching.length} indicators match`],
  ];
}

/** The highest score that any answers can reach. */
function highestScore(parts: RuledParts, of: unknown): number {
  const all = indicatorsOf(parts);
  if (of === 'indicators') return all.length;
  if (of === 'levels') {
    const top = Math.max(0, ...parts.levels.map((level) => Number(level.value) || 0));
    return top * parts.domains.filter((domain) => domain.asks === 'level').length;
  }
  const weights = all.flatMap((one) => Object.values(looseObject(one.weights)));
  return weights.reduce<number>((sum, weight) => sum + (Number(weight) || 0), 0);
}

function bandFaults(parts: RuledParts, rule: Loose, at: string): Found {
  const bands = looseList(rule.bands);
  const top = highestScore(parts, rule.of);
  const weightless = top === 0 && (rule.of ?? 'weights') === 'weights';
  return [
    [at, weightless && 'scores, and no indicator has a weight'],
    ...repeats(bands, 'code', `${at}/bands`),
    ...bands.flatMap((band, index): Found => {
      const before = bands[index - 1];
      const from = Number(band.from);
      const climbs = !before || from > Number(before.from);
      return [
        [
          `${at}/bands/${index}/from`,
          index === 0 && from !== 0 && 'must be 0, so that every score has a band',
        ],
        [`${at}/bands/${index}/from`, !climbs && 'must be more than the band before it'],
        [
          `${at}/bands/${index}/from`,
          climbs &&
            !weightless &&
            index > 0 &&
            from > top &&
            `can never be reached: the highest score is ${top}`,
        ],
        [
          `${at}/bands/${index}/grade`,
          before !== undefined &&
            rank(band.grade) >= 0 &&
            rank(band.grade) < rank(before.grade) &&
            'must not be lower than the band before it',
        ],
      ];
    }),
  ];
}

function levelFaults(parts: RuledParts, rule: Loose, at: string): Found {
  const steps = looseList(rule.levels);
  const value = ({ level }: Loose) => Number(parts.levels.find((one) => one.code === level)?.value);
  return [
    ...repeats(steps, 'level', `${at}/levels`),
    ...steps.flatMap((step, index): Found => {
      const place = `${at}/levels/${index}`;
      const falls = steps.some(
        (other) =>
          value(other) < value(step) && rank(step.grade) >= 0 && rank(other.grade) > rank(step.grade),
      );
      return [
        [`${place}/level`, noLevel(parts, step.level)],
        [`${place}/grade`, falls && 'must not be lower than that of a lower level'],
      ];
    }),
  ];
}

/** What one rule of a suggestion must be to the rest of its instrument. */
export function ruleFaults(parts: RuledParts, rule: Loose, at: string): Found {
  const own: Found = [
    [`${at}/code`, rule.code === 'harm-never-none' && 'is a rule that the product adds itself'],
  ];
  switch (rule.kind) {
    case 'domains-at-level':
      return [...own, [`${at}/level`, noLevel(parts, rule.level)]];
    case 'highest-level':
      return [...own, ...levelFaults(parts, rule, at)];
    case 'highest-tier':
      return [
        ...own,
        ...looseList(rule.tiers).flatMap(
          ({ tier, window }, index): Found => [
            [`${at}/tiers/${index}/tier`, noTier(parts, tier)],
            [`${at}/tiers/${index}/window`, noWindow(parts, window)],
          ],
        ),
      ];
    case 'indicators':
      return [
        ...own,
        ...looseList(rule.all).flatMap((count, index) => countFaults(parts, count, `${at}/all/${index}`)),
      ];
    case 'score':
      return [...own, ...bandFaults(parts, rule, at)];
    default:
      return own;
  }
}
