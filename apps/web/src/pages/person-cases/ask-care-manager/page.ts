import { strandCommandPage } from '../../../strand-command-page.js';

/** Ask a social care manager, of a person of concern. */
export const page = strandCommandPage('person-cases', 'ask-care-manager');
