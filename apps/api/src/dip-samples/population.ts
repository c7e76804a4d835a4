import { digestOf, findSamplePopulation, type Known, type Tx } from '@mase/store';
import type { Drawn, Profile, SampleCriteria } from '@mase/workflow';

/** The cases that met the criteria at a sealed position, how many they are, and the digest by which they are known again. */
export async function populationOf(
  tx: Tx,
  criteria: SampleCriteria,
  { profile, known }: { profile: Profile; known: Known },
): Promise<{ ids: string[] } & Pick<Drawn, 'population'>> {
  const ids =
    criteria.to < criteria.from
      ? []
      : await findSamplePopulation(tx, criteria, { timeZone: profile.timeZone, known });
  return { ids, population: { size: ids.length, digest: digestOf(ids.map((id) => `${id}\n`).join('')) } };
}
