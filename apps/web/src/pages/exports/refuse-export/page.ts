import { commandPage } from '../../../command-page.js';
import { exportSubject } from '../export.js';

/** Refuses an export, and why. */
export const page = commandPage({
  command: 'exports/refuse-export',
  section: '/exports',
  opened: exportSubject,
  says: 'Nothing leaves. The reason stays with the export.',
  asks: [{ name: 'reason', label: 'Why?', called: 'the reason', kind: 'text' }],
  done: 'The export is refused.',
});
