const words: Record<string, string> = {
  'in-force': 'in force',
  undecided: 'not decided yet',
  expired: 'expired',
  lapsed: 'lapsed',
  discharged: 'discharged',
  refused: 'refused',
  'not-pursued': 'not pursued',
  'recorded-in-error': 'recorded in error',
  breached: 'breached at least once',
};

/** How often measures came to what, in words: "2 in force, 1 refused". */
export function outcomeWords(outcomes: Record<string, number>): string {
  const told = Object.entries(outcomes).filter(([, count]) => count > 0);
  return told.map(([what, count]) => `${count} ${words[what] ?? what}`).join(', ') || 'none';
}
