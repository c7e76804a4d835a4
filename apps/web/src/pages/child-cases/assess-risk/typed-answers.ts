import { concerns } from '@mase/workflow/words';
import type { Visit } from '../../../visit.js';
import type { Instrument } from './assessment-form.js';

const indicators = ({ domains }: Instrument) => domains.flatMap((domain) => domain.indicators);

function evidence(visit: Visit, code: string) {
  const source = visit.typed(`source-${code}`);
  const date = visit.typedDate(`date-${code}`);
  return source || date ? { source, date, text: visit.typed(`evidence-${code}`) } : undefined;
}

/** The indicators answered on the form, in the order of the instrument. */
export function typedIndicators(visit: Visit, instrument: Instrument) {
  return indicators(instrument).flatMap(({ code }) => {
    const answer = visit.typed(`answer-${code}`);
    if (!answer) return [];
    if (answer !== 'yes') return [{ code, answer }];
    return [{ code, answer, window: visit.typed(`window-${code}`), evidence: evidence(visit, code) }];
  });
}

/** Harm as it was answered, for the kinds that were looked at. */
export function typedHarm(visit: Visit) {
  return concerns.flatMap((kind) => {
    const certainty = visit.typed(`harm-${kind}-certainty`);
    if (!certainty) return [];
    const time = visit.typed(`harm-${kind}-time`) ?? (certainty === 'none-known' ? 'current' : undefined);
    return [{ kind, certainty, time, basis: visit.typed(`harm-${kind}-basis`) }];
  });
}

/** The whole form as the body of the command. */
export function typedAssessment(visit: Visit, instrument: Instrument) {
  const { id, domains } = instrument;
  const [learningDisability, proposed, reasons, analysis, childView, belowFloorReason] = [
    'learningDisability',
    'proposed',
    'reasons',
    'analysis',
    'childView',
    'belowFloorReason',
  ].map((name) => visit.typed(name));
  return {
    instrument: id,
    answers: typedIndicators(visit, instrument),
    levels: domains.map(({ code }) => ({
      domain: code,
      level: Number(visit.typed(`level-${code}`)),
      note: visit.typed(`note-${code}`),
    })),
    protective: domains.flatMap(({ code, protective }) =>
      protective.flatMap((factor) => {
        const text = visit.typed(`protective-${code}-${factor.id}`);
        return text ? [{ domain: code, factor: factor.id, text }] : [];
      }),
    ),
    harm: typedHarm(visit),
    ...{ learningDisability, proposed, reasons, analysis, childView, belowFloorReason },
  };
}

/** What was left open that the form cannot be sent without, by field: a level for each domain, source and date for each yes. */
export function openQuestions(visit: Visit, { domains }: Instrument): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { code, label, indicators: asked } of domains) {
    if (!visit.typed(`level-${code}`))
      errors[`level-${code}`] = `Select the level of concern for ${label.toLowerCase()}`;
    for (const one of asked) {
      if (visit.typed(`answer-${one.code}`) !== 'yes') continue;
      const words = `“${one.label.slice(0, 60)}${one.label.length > 60 ? '…' : ''}”`;
      if (!visit.typed(`source-${one.code}`))
        errors[`source-${one.code}`] = `Enter who or what ${words} comes from`;
      if (!visit.typedDate(`date-${one.code}`)) errors[`date-${one.code}`] = `Enter the date of ${words}`;
    }
  }
  return errors;
}

/** The field that a fault of the command means: the api counts the answers given, the form names them. */
export function placeOf(pointer: string, visit: Visit): string | undefined {
  const [, list, index, part = ''] = pointer.split('/');
  if (list === 'answers') {
    const given = Object.keys(visit.form).filter((name) => name.startsWith('answer-') && visit.typed(name));
    const code = given[Number(index)]?.slice('answer-'.length);
    return code && `${pointer.includes('/date') ? 'date' : 'source'}-${code}`;
  }
  if (list === 'harm') {
    const kind = index === undefined ? concerns[0] : typedHarm(visit)[Number(index)]?.kind;
    return kind && `harm-${kind}-${part || 'certainty'}`;
  }
  return undefined;
}
