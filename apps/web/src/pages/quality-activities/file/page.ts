import { registerFile } from '../../../register.js';
import { calendar } from '../activity.js';

/** The list as a file for a spreadsheet. */
export const page = registerFile(calendar);
