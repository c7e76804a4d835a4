import { agencyKinds, labelOf, panelKinds } from '@mase/workflow/words';
import { enter, type Fields, select } from '../../error-words.js';
import type { FormValues } from '../../form-values.js';
import { type PersonView, peopleOptions } from '../../people.js';
import type { Visit } from '../../visit.js';
import type { PanelArea, PanelLine } from './panel.js';

/** How the fields of a panel are called in error messages. */
export const panelFields: Fields = {
  name: enter('the name of the panel'),
  kind: select('the kind of panel'),
  chairId: select('the chair'),
  deputyId: select('the deputy'),
  place: enter('the usual place'),
  link: enter('the link'),
  minutes: enter('how long a sitting is'),
  quorum: select('the agencies of the quorum'),
  gate: select('what a case needs'),
  sections: select('the parts of the agenda'),
};

const kindWords: Record<string, string> = {
  locality: 'A locality: one part of the area',
  strand: 'A strand: children, persons of concern, or places',
  tier: 'A tier: operational, strategic',
};

/** What may be chosen on the form of a panel. */
export function panelChoices(people: PersonView[], { agenda, gate }: PanelArea) {
  const chairs = people.filter(({ roles }) =>
    roles.some((role) => role === 'chair' || role === 'deputy-chair'),
  );
  const named = ({ id, label }: { id: string; label: string }) => ({ value: id, text: label });
  return {
    kinds: panelKinds.map((value) => ({ value, text: kindWords[value] ?? labelOf(value) })),
    chairs: peopleOptions(chairs, 'Choose the chair'),
    deputies: peopleOptions(chairs, 'No deputy'),
    agencies: agencyKinds.map((value) => ({ value, text: labelOf(value) })),
    needs: gate.map(named),
    parts: agenda.map(named),
  };
}

/** What the form of a panel starts with: all that the profile says where the panel says nothing else. */
export function panelValues({ agenda, gate, quorum }: PanelArea, panel?: PanelLine): FormValues {
  return {
    name: panel?.name ?? '',
    kind: panel?.kind ?? 'locality',
    chairId: panel?.chairId ?? '',
    deputyId: panel?.deputyId ?? '',
    place: panel?.place ?? '',
    link: panel?.link ?? '',
    minutes: String(panel?.minutes ?? 120),
    quorum: panel?.quorum ?? quorum.map(({ id }) => id),
    gate: panel?.gate ?? gate.map(({ id }) => id),
    sections: panel?.sections ?? agenda.map(({ id }) => id),
  };
}

const same = (typed: readonly string[], usual: readonly { id: string }[]) =>
  typed.length === usual.length && usual.every(({ id }) => typed.includes(id));

/** What was typed of a panel: where it is just what the profile says, the panel goes on following the profile. */
export function panelBody(visit: Visit, { agenda, gate, quorum }: PanelArea): Record<string, unknown> {
  const own = (name: string, usual: readonly { id: string }[]) => {
    const typed = visit.typedList(name) ?? [];
    return same(typed, usual) ? undefined : typed;
  };
  const body = {
    name: visit.typed('name'),
    kind: visit.typed('kind'),
    chairId: visit.typed('chairId'),
    deputyId: visit.typed('deputyId'),
    place: visit.typed('place'),
    link: visit.typed('link'),
    minutes: Number(visit.typed('minutes') ?? Number.NaN),
    quorum: own('quorum', quorum),
    gate: own('gate', gate),
    sections: own('sections', agenda),
  };
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}
