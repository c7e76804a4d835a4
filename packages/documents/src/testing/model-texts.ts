/** Every text and number of a model, except the words for an empty group that is not empty. */
export function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  if (typeof value !== 'object' || value === null) return [];
  const filled = 'actions' in value && Array.isArray(value.actions) && value.actions.length > 0;
  return Object.entries(value).flatMap(([name, part]) => (name === 'none' && filled ? [] : textsOf(part)));
}

/** The model with every text changed, each by its own number; a child's sheet keeps the item that the agenda shows. */
export function withTexts<Model>(model: Model, change: (text: string, number: number) => string): Model {
  let count = 0;
  const changed = JSON.parse(JSON.stringify(model), (_, value) => {
    if (typeof value !== 'string') return value;
    count += 1;
    return change(value, count);
  });
  const items = changed.agenda?.flatMap((section: { items: { number: number }[] }) => section.items);
  const sheets = [changed.children, changed.persons, changed.places, changed.clusters];
  for (const sheet of sheets.flatMap((all) => all ?? [])) {
    if (items) sheet.item = items.find((item: { number: number }) => item.number === sheet.item.number);
  }
  return changed;
}
