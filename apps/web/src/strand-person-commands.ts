import { investigationStages } from '@mase/workflow/words';
import { choice, date, line, pick, type StrandCommand, text } from './strand-asks.js';

/** The commands of a case about a person alone: the investigation, and the person who is a child. */
export const personCommands: Record<string, StrandCommand> = {
  'ask-care-manager': {
    says: 'The person is a child: a manager of children’s social care answers with you for this record, and reads it from now on.',
    asks: () => [
      pick('managerId', 'Which manager is asked?', 'which manager is asked', 'Choose a manager'),
      text('words', 'What do you ask, and what should be known first?', 'what you ask'),
    ],
    done: 'The manager is asked.',
  },
  'answer-for-child': {
    says: 'Where you agree, this record is reviewed monthly with you. What the child has done to others stands on the child’s own case as well; neither shows the other.',
    asks: () => [
      choice('answer', 'Do you agree that this record is kept?', 'whether you agree', ['agree', 'refuse']),
      text('words', 'Why?', 'why'),
    ],
    done: 'Your answer is recorded.',
  },
  'record-investigation': {
    says: 'Where children are to be told of an outcome, it waits in your list until they are.',
    asks: () => [
      choice('stage', 'Where does it stand?', 'where it stands', investigationStages),
      line('officer', 'Officer in the case', 'the officer'),
      text('words', 'In words', 'the words'),
      date('interviewOn', 'Interviewed on', 'the day of the interview', 'Where an interview was held'),
      date('bailUntil', 'Bail until', 'the day to which bail runs', 'Where there is bail'),
      text(
        'outcome',
        'What are the children concerned to be told?',
        'what they are to be told',
        'Where there is an outcome',
      ),
    ],
    done: 'The investigation is recorded.',
  },
  'record-child-told': {
    says: 'Record when, by whom and how the children concerned were told; or why not.',
    asks: () => [
      { ...choice('outcomeId', 'Of which outcome?', 'the outcome', []), options: [] },
      choice('told', 'Were they told?', 'whether they were told', ['told', 'not-told']),
      text('words', 'When, by whom and how; or why not', 'how they were told'),
    ],
    done: 'It is recorded.',
  },
  'decide-printing': {
    says: 'The person is a child. Without your decision no paper of the panel prints a sheet or the name.',
    asks: () => [
      choice('printing', 'Is a sheet printed?', 'whether it is printed', ['yes', 'no']),
      text('reasons', 'Why?', 'why'),
    ],
    done: 'The decision is recorded.',
  },
};
