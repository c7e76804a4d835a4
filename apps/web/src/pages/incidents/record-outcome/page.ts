import { commandPage } from '../../../command-page.js';
import { incidentSubject } from '../incident.js';

/** Records how the police end an incident, or leave it for now. */
export const page = commandPage({
  command: 'incidents/record-outcome',
  section: '/incidents',
  opened: incidentSubject,
  says: 'Outcomes are kept by their day. A second one of the same day takes the place of the first. Those who work with a linked child are shown the outcome.',
  asks: [
    { name: 'code', label: 'What is the outcome?', called: 'the outcome', kind: 'select' },
    { name: 'on', label: 'From which day?', called: 'the day of the outcome', kind: 'date' },
  ],
  done: 'The outcome is recorded.',
});
