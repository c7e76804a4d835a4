import { strandCommandPage } from '../../../strand-command-page.js';

/** Record that children were told, of a person of concern. */
export const page = strandCommandPage('person-cases', 'record-child-told');
