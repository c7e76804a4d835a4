import { registerFile } from '../../../register.js';
import { samples } from '../sample.js';

/** The list as a file for a spreadsheet. */
export const page = registerFile(samples);
