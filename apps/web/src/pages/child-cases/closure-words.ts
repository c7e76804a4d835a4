/** The reasons for closing, and what each asks, in words. */
export const closureWords: Record<string, { text: string; asks: string }> = {
  'not-found': {
    text: 'Not found',
    asks: 'A confirmed grade of none, no sign of harm, and the child’s view or the attempts to have it',
  },
  'reduced-and-sustained': {
    text: 'Risk reduced and sustained',
    asks: 'A low grade for long enough, the harm addressed, the child’s view, the final rating of the outcomes, who watches and the next check',
  },
  moved: {
    text: 'Moved to another area',
    asks: 'The receiving area accepts the case; for a hosted record the placing area is told',
  },
  'turned-18': {
    text: 'Turned 18',
    asks: 'A date of birth by which the young person is 18, and the outcome of the adult pathway, whatever the grade',
  },
  merged: {
    text: 'Merged with another record',
    asks: 'Another case of the same child that is open and goes on, and a second person',
  },
  deceased: {
    text: 'The child has died',
    asks: 'A second person. The file is then restricted, and whether the death is notified as a serious incident is decided',
  },
};

/** What the case keeps of how it would close. */
export const closureEntryWords: Record<string, string> = {
  analysis: 'Closing analysis',
  harmAddressed: 'How the harm was addressed',
  watcher: 'Who watches from now on',
  nextCheck: 'Next check',
  adultPathway: 'Adult pathway',
  handover: 'Open safety actions handed over to',
};
