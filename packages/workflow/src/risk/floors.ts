import { type Grade, higherGrade } from '../profile/grade.js';
import type { Floor } from '../profile/profile.js';
import type { AssessmentInput } from './answers.js';
import type { Instrument } from './instrument.js';
import { type FloorsRestOn, isAnyPresent, type PresentIndicator } from './present.js';

/** Whether a floor holds for this child, and because of what, in words. */
export interface FloorOutcome {
  id: string;
  label: string;
  applied: boolean;
  because: string;
}

type Tested = [holds: boolean, because: string];

function testFloor(
  floor: Floor,
  instrument: Instrument,
  input: AssessmentInput,
  present: PresentIndicator[],
): Tested {
  const { test } = floor;
  const { ageYears, learningDisability } = input.about;
  switch (test.kind) {
    case 'age-under':
      return ageYears === null
        ? [false, 'the age is not known']
        : [ageYears < test.years, `aged ${ageYears}`];
    case 'learning-disability':
      if (learningDisability === 'not-known')
        return [false, 'it is not known whether there is a learning disability'];
      return [learningDisability, `${learningDisability ? 'a' : 'no'} learning disability is recorded`];
    case 'domain-level': {
      const at = new Set(
        input.levels
          .filter((given) => given.level !== null && given.level >= test.value)
          .map((given) => given.domain),
      );
      const labels = instrument.domains.filter((domain) => at.has(domain.code)).map((domain) => domain.label);
      return labels.length > 0 ? [true, labels.join('; ')] : [false, 'no domain stands so high'];
    }
    case 'current-harm': {
      const harm = present.filter((one) => one.indicator.type === 'harm' && one.isCurrent);
      const labels = harm.map((one) => one.indicator.label);
      return labels.length > 0 ? [true, labels.join('; ')] : [false, 'no sign of current harm is present'];
    }
  }
}

/** Tests every floor of the profile, in its order; a floor holds only where any sign or concern is present. */
export function floorOutcomes(
  floors: readonly Floor[],
  instrument: Instrument,
  input: AssessmentInput,
  present: PresentIndicator[],
  restOn: FloorsRestOn,
): FloorOutcome[] {
  const any = isAnyPresent(instrument, input, present, restOn);
  return floors.map((floor) => {
    const [holds, because] = testFloor(floor, instrument, input, present);
    const bare = holds && !any;
    return {
      id: floor.id,
      label: floor.label,
      applied: holds && !bare,
      because: bare ? `${because}, but no indicator is present` : because,
    };
  });
}

/** Raises a grade to the highest floor that holds; floors bind none and low alike. */
export function raiseToFloors(grade: Grade, floors: readonly Floor[], outcomes: FloorOutcome[]): Grade {
  return floors
    .filter((_, index) => outcomes[index]?.applied)
    .reduce((raised, floor) => higherGrade(raised, floor.atLeast), grade);
}
