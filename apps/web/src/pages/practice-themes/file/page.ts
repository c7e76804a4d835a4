import { registerFile } from '../../../register.js';
import { themes } from '../theme.js';

/** The list as a file for a spreadsheet. */
export const page = registerFile(themes);
