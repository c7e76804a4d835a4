import { commandPage } from '../../../command-page.js';
import { incidentSubject } from '../incident.js';

/** Takes an incident off the books that never was, or that stands there twice. */
export const page = commandPage({
  command: 'incidents/withdraw-incident',
  section: '/incidents',
  opened: incidentSubject,
  says: 'For an incident that was recorded by mistake, or twice. It is counted in no figure any more, and every child, person and location that is linked to it is taken off with it: whoever works with them is told. It cannot be undone: the force’s number is free, and the incident can be recorded again. What was written stays in its history.',
  asks: [{ name: 'reason', label: 'Why is it withdrawn?', called: 'the reason', kind: 'text' }],
  done: 'The incident is withdrawn. Those who work with whoever was linked to it are told.',
  warning: true,
});
