import { labelOf, type Profile, stepLabels } from '@mase/workflow';

/** What a step in somebody's list is called: by the area's clock, or in the product's own words. */
export const stepLabel = (step: string, profile: Profile): string =>
  profile.clocks[step as keyof Profile['clocks']]?.label ?? stepLabels[step] ?? labelOf(step);
