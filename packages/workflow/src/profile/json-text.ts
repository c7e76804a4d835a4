/** A place in a text; lines and columns count from 1. */
export interface Place {
  line: number;
  column: number;
}

/** A fault of how a text is written as JSON. */
export interface TextFault extends Place {
  reason: string;
}

/** Reads a text character by character and keeps where it stands and what is wrong. */
export class JsonText {
  readonly faults: TextFault[] = [];
  private readonly starts: number[];
  private at = 0;

  constructor(private readonly text: string) {
    this.starts = [0];
    for (let index = text.indexOf('\n'); index >= 0; index = text.indexOf('\n', index + 1))
      this.starts.push(index + 1);
    if (text.startsWith('\uFEFF')) this.at = 1;
  }

  /** How many characters were read. */
  get offset(): number {
    return this.at;
  }

  /** The character that comes next; empty at the end. */
  get next(): string {
    return this.text[this.at] ?? '';
  }

  /** The place of an offset. */
  place(offset: number): Place {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.starts[low] as number) + 1 };
  }

  /** Notes what is wrong, at an offset or where the reading stands. */
  fault(reason: string, offset = this.at): void {
    this.faults.push({ ...this.place(offset), reason });
  }

  /** Reads past one character where it comes next. */
  take(character: string): boolean {
    if (this.next !== character || character === '') return false;
    this.at += 1;
    return true;
  }

  /** Reads what a pattern (with the flag y) matches here; empty where it matches nothing. */
  match(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? '';
    this.at += found.length;
    return found;
  }

  /** Reads past spaces and ends of lines; comments too, and says that JSON has none. */
  space(): void {
    for (;;) {
      this.match(/[ \t\r\n]*/y);
      const start = this.at;
      if (this.match(/\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/y) === '') return;
      this.fault('is a comment, and JSON has none', start);
    }
  }
}
