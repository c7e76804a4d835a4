import { registerFile } from '../../../register.js';
import { training } from '../session.js';

/** The list as a file for a spreadsheet. */
export const page = registerFile(training);
