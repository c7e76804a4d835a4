import { registerList } from '../../../register.js';
import { samples } from '../sample.js';

/** Samples of cases, the newest first. */
export const page = registerList(samples);
