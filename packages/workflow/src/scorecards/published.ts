import { keepBack, type Sum } from '../incident-report/keep-back.js';

/** Numbers by name, and what adds up to what: all that a scorecard prints of its days, and whatever follows from it. */
export class Published {
  readonly numbers: number[] = [];
  readonly sums: Sum[] = [];
  /** By figure and part, under which name the others stand. */
  readonly others = new Map<string, string>();
  private readonly places = new Map<string, number>();
  private readonly unprinted = new Set<number>();
  /** What goes wherever another number goes. */
  private readonly together: [number: number, goesWith: number][] = [];

  /** Where a number of this name stands; it is put there if it is not known yet. */
  place(name: string, n: number): number {
    const known = this.places.get(name);
    if (known !== undefined) return known;
    this.places.set(name, this.numbers.length);
    return this.numbers.push(n) - 1;
  }

  /** What is left of a whole without one of its parts: the name of that number. */
  rest(part: number, whole: number): string {
    const left = (this.numbers[whole] ?? 0) - (this.numbers[part] ?? 0);
    const name = `${whole} without ${part}`;
    this.sums.push({ parts: [part, this.unseen(name, left)], sum: whole });
    return name;
  }

  /** A whole and its parts by their names, and what is left of it, which no line prints. */
  whole(whole: string, parts: readonly string[], rest?: string): void {
    const [sum, ...places] = [whole, ...parts].map((name) => this.place(name, 0)) as [number, ...number[]];
    if (rest !== undefined) {
      const left = (this.numbers[sum] ?? 0) - this.added(places);
      places.push(this.unseen(rest, Math.max(0, left)));
    }
    this.sums.push({ parts: places, sum });
  }

  /**
   * Numbers that add up to the same as others but for what lies over the edge of the days, which no line prints: whoever
   * takes it that nothing does can work with them.
   */
  asMany(some: readonly string[], others: readonly string[]): void {
    const sides = [some, others].map((names) => names.map((name) => this.place(name, 0)));
    const most = Math.max(...sides.map((places) => this.added(places)));
    const all = this.unseen(`${some.join(' and ')} as ${others.join(' and ')}`, most);
    for (const places of sides) {
      const left = most - this.added(places);
      const over = left > 0 ? [this.unseen(`over the edge in ${all}`, left)] : [];
      this.sums.push({ parts: [...places, ...over], sum: all });
    }
  }

  /** One number that goes wherever the other goes: days that were added up, and the number by which they are divided. */
  goesWith(one: number, other: number): void {
    this.together.push([one, other]);
  }

  /** Two numbers of which neither is printed without the other; noughts tell of nobody and stay. */
  goTogether(one: string, other: string): void {
    const places = [one, other].map((name) => this.place(name, 0)) as [number, number];
    if (places.some((place) => this.numbers[place] === 0)) return;
    this.goesWith(...places);
    this.goesWith(places[1], places[0]);
  }

  /** Those of whom something is known: no line prints them, and relative risks tell them. */
  known(name: string, parts: readonly number[]): number {
    const place = this.unseen(name, this.added(parts));
    this.sums.push({ parts, sum: place });
    return place;
  }

  /** What of it may be printed: what is printed nowhere goes first, as that costs nothing. */
  kept(): (name: string) => number | null {
    const shown = keepBack(
      this.numbers,
      this.sums,
      (place) => (this.unprinted.has(place) ? 0 : 1),
      this.together,
    );
    return (name) => shown[this.places.get(name) ?? -1] ?? null;
  }

  private added(places: readonly number[]): number {
    return places.reduce((all, place) => all + (this.numbers[place] ?? 0), 0);
  }

  /** A number that follows from others and is printed nowhere. */
  private unseen(name: string, n: number): number {
    const place = this.place(name, n);
    this.unprinted.add(place);
    return place;
  }
}
