import { registerFile } from '../../../register.js';
import { standards } from '../standard.js';

/** The list as a file for a spreadsheet. */
export const page = registerFile(standards);
