/** Whether one instant lies before another, to the minute: people write down when something happened without seconds. */
export function isEarlier(instant: string, other: string): boolean {
  return instant.slice(0, 16) < other.slice(0, 16);
}
