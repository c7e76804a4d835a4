import { registerFile } from '../../../register.js';
import { feedback } from '../feedback.js';

/** The list as a file for a spreadsheet. */
export const page = registerFile(feedback);
