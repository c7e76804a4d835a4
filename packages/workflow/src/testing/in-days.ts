import type { Partnership } from './people.js';

/** An instant so many days after the time of a world. */
export const inDays = (world: Partnership, days: number): string =>
  new Date(Date.parse(world.at) + days * 86_400_000).toISOString();
