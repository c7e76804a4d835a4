import { Spine1763800000000 } from './1763800000000-spine.js';

/** Every migration, by hand, in order. */
export const migrations = [Spine1763800000000];
