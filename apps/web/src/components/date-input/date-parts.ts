interface Part {
  name?: string;
  value?: unknown;
  classes?: string;
  error?: boolean;
  label?: string;
  id?: string;
  inputmode?: string;
  [other: string]: unknown;
}

interface DateInput {
  id: string;
  namePrefix?: string;
  items?: Part[];
  values?: Record<string, unknown>;
  errorMessage?: unknown;
  day?: Part;
  month?: Part;
  year?: Part;
}

type Unit = 'day' | 'month' | 'year';

const units: Unit[] = ['day', 'month', 'year'];

const marked = (part: Part): boolean =>
  Boolean(part.error) || Boolean(part.classes?.includes('govuk-input--error'));

function unitOf(part: Part, own: Record<Unit, Part>): Unit | undefined {
  return units.find(
    (unit) => part === own[unit] || (part.name && [unit, own[unit].name].includes(part.name)),
  );
}

function classesOf(part: Part, unit: Unit | undefined, input: DateInput, someMarked: boolean): string {
  const given = part.classes ?? '';
  const inError = marked(part) || (part.error !== false && input.errorMessage && !someMarked);
  return [
    'govuk-date-input__input',
    inError && !given.includes('govuk-input--error') ? 'govuk-input--error' : '',
    given.includes('govuk-input--width-') ? '' : `govuk-input--width-${unit === 'year' ? 4 : 2}`,
    given,
  ]
    .filter(Boolean)
    .join(' ');
}

/**
 * The inputs of a date: day, month and year, or the items given, each as params for the input component.
 * When no part says that it is in error, an error message marks all of them.
 */
export function dateParts(input: DateInput): Record<string, unknown>[] {
  const usual = (unit: Unit): Part => input[unit] ?? { name: unit, value: input.values?.[unit] };
  const own = { day: usual('day'), month: usual('month'), year: usual('year') };
  const parts = input.items?.length ? input.items : units.map((unit) => own[unit]);
  const someMarked = parts.some((part) => part && marked(part));
  return parts.filter(Boolean).map((part) => {
    const unit = unitOf(part, own);
    const name = part.name ?? unit ?? '';
    const fullName = input.namePrefix ? `${input.namePrefix}-${name}` : name;
    return {
      ...{ autocomplete: part.autocomplete, pattern: part.pattern, attributes: part.attributes },
      label: {
        text: part.label || name.charAt(0).toUpperCase() + name.slice(1).toLowerCase(),
        classes: 'govuk-date-input__label',
      },
      id: part.id || `${input.id}-${name}`,
      classes: classesOf(part, unit, input, someMarked),
      name: fullName,
      value: part.value ?? (unit && own[unit].value) ?? input.values?.[fullName],
      inputmode: part.inputmode || 'numeric',
    };
  });
}
