import type { Fields } from '../fields.js';
import type { Reading, RowFault, RowFaultCode } from '../reading.js';
import type { IsoDate } from '../ssda903/rows.js';
import type { XmlElement } from '../xml/xml-elements.js';

const LONGEST_VALUE = 200;

/** One element of a census while it is judged: its fields by their path (`ChildIdentifiers/UPN`). */
export class ElementFields implements Fields {
  readonly faults: RowFault[] = [];
  readonly warnings: RowFault[] = [];

  constructor(
    readonly file: string,
    private readonly element: XmlElement,
    /** What stands around the element and belongs to its row as given. */
    private readonly around: Record<string, string> = {},
  ) {}

  text(field: string): string {
    return this.all(field)[0]?.text.trim() ?? '';
  }

  /** Every element at a path, in order. */
  all(path: string): XmlElement[] {
    return path
      .split('/')
      .reduce<XmlElement[]>(
        (found, name) => found.flatMap((one) => one.elements.filter((inner) => inner.name === name)),
        [this.element],
      );
  }

  refuse(field: string, code: RowFaultCode, reason: string): void {
    this.faults.push(this.fault(field, code, reason));
  }

  doubt(field: string, code: RowFaultCode, reason: string): void {
    this.warnings.push(this.fault(field, code, reason));
  }

  /** The outcome: the row if nothing was found against it, else every fault, with every value as given. */
  reading<T>(row: T | undefined): Reading<T> {
    const { file, faults, warnings } = this;
    const { line } = this.element;
    const raw = { ...this.around, ...flattened(this.element) };
    if (row !== undefined && faults.length === 0) return { file, line, row, warnings, raw };
    return { file, line, faults, raw };
  }

  private fault(field: string, code: RowFaultCode, reason: string): RowFault {
    const value = this.text(field).slice(0, LONGEST_VALUE);
    return {
      file: this.file,
      line: this.all(field)[0]?.line ?? this.element.line,
      field,
      value,
      code,
      reason,
    };
  }
}

/** The values of an element by their paths, each numbered where its path occurs more than once. */
export function flattened(element: XmlElement): Record<string, string> {
  const given: Record<string, string> = {};
  const times = new Map<string, number>();
  const walk = (inner: XmlElement, path: string): void => {
    for (const one of inner.elements) {
      const own = path === '' ? one.name : `${path}/${one.name}`;
      const time = (times.get(own) ?? 0) + 1;
      times.set(own, time);
      const key = time === 1 ? own : `${own}[${time}]`;
      if (one.elements.length > 0) walk(one, key);
      else given[key] = one.text.trim().slice(0, LONGEST_VALUE);
    }
  };
  walk(element, '');
  return given;
}

/** A date written `YYYY-MM-DD`, as the census writes it; anything else is a fault of the given weight. */
export function censusDate(fields: Fields, field: string, weight: 'refuse' | 'doubt'): IsoDate | undefined {
  const text = fields.text(field);
  if (text === '') return undefined;
  const date = text.slice(0, 10);
  const real =
    /^(19|20)\d\d-\d\d-\d\d$/.test(date) && isRealDay(date) && /^(T00:00:00.*)?$/.test(text.slice(10));
  if (real) return date;
  fields[weight](field, 'NOT_A_DATE', 'This is not a real date written YYYY-MM-DD.');
  return undefined;
}

function isRealDay(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00.000Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}
