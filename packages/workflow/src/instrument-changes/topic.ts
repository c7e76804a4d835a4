import { localDate } from '../clocks/time-zone.js';
import {
  decidedLine,
  decisionEffects,
  everybodyReads,
  proposalEffects,
  proposerOf,
  twoPersonMachine,
  twoPersonPolicy,
  twoPersonRules,
  waitsForSecond,
} from '../decided-by-two.js';
import { lexiconOn } from '../language/lexicon.js';
import type { Context, Fault } from '../model.js';
import { checkInstrumentFile } from '../risk/check-instrument-file.js';
import type { Instrument } from '../risk/instrument.js';
import { findInstrument, instrumentsInForce, instrumentsKnown } from '../risk/instruments-in-force.js';
import type { Effect, Topic } from '../topic.js';
import { withInstrumentChanges } from './adopted.js';
import {
  blankInstrumentChange,
  type InstrumentChangeStanding,
  type ProposeInstrumentChangePayload,
} from './standing.js';

type Ctx<P extends object> = Context<InstrumentChangeStanding, P>;

const today = ({ at, profile }: Pick<Ctx<object>, 'at' | 'profile'>): string =>
  localDate(at, profile.timeZone);

const checked = (file: string, day: string) => checkInstrumentFile(file, lexiconOn(day));

/** What the change says of its instrument: that of the file, or the one that is retired. */
function aboutOf(context: Ctx<ProposeInstrumentChangePayload>): Partial<InstrumentChangeStanding> {
  const { payload, profile } = context;
  if (payload.change === 'add') {
    const { id, version, title, effectiveFrom } = checked(payload.file ?? '', today(context))
      .instrument as Instrument;
    return { instrument: id, version, title, from: effectiveFrom };
  }
  const { instrument = '', version = null, from = '' } = payload;
  const known = instrumentsKnown(profile).findLast(({ id }) => id === instrument);
  return { instrument, version, from, title: known?.title ?? instrument };
}

const recorders = {
  recordProposal: (context: Ctx<ProposeInstrumentChangePayload>): Effect[] => {
    const { payload, actor } = context;
    const { file, ...asked } = payload;
    const added = file === undefined ? null : checked(file, today(context)).instrument;
    return [
      { do: 'write', kind: 'instrument-proposal', class: 'case', body: { ...asked, by: actor.name } },
      ...(added ? [{ do: 'write', kind: 'instrument-file', class: 'case', body: added } as const] : []),
      { do: 'set', patch: { ...aboutOf(context), change: payload.change } },
      ...proposalEffects(context, 'instrument-proposed'),
    ];
  },
  recordDecision: (context: Ctx<{ reason?: string }>): Effect[] =>
    decisionEffects(context, 'instrument-decision'),
};

const fault = (pointer: string, code: string, detail: string): Fault => ({ pointer, code, detail });

function addFaults(context: Ctx<ProposeInstrumentChangePayload>): Fault[] {
  const { payload, profile } = context;
  if (!payload.file) return [fault('/file', 'asked', 'Give the file of the instrument.')];
  const { instrument, faults } = checked(payload.file, today(context));
  if (!instrument)
    return faults.map(({ line, column, pointer, reason }) =>
      fault(
        '/file',
        'instrument',
        `Line ${line}, column ${column}: ${pointer ? `${pointer} ` : ''}${reason}`,
      ),
    );
  const { id, version, effectiveTo } = instrument;
  if (findInstrument(profile, id, version))
    return [
      fault(
        '/file',
        'there',
        `Version ${version} of ${id} is there already and is never changed: a changed instrument has another version.`,
      ),
    ];
  return effectiveTo !== null && effectiveTo < today(context)
    ? [fault('/file', 'over', `The instrument was in force until ${effectiveTo} only.`)]
    : [];
}

function retireFaults(context: Ctx<ProposeInstrumentChangePayload>): Fault[] {
  const { payload, profile } = context;
  const { instrument: id = '', version = null, from = '' } = payload;
  const known = instrumentsKnown(profile).some(
    (one) => one.id === id && (version === null || one.version === version),
  );
  if (!known || !profile.instruments.includes(id))
    return [fault('/instrument', 'instrument', `This area uses ${profile.instruments.join(', ')}.`)];
  if (from <= today(context)) return [fault('/from', 'past', 'It is retired from a day that lies ahead.')];
  const after = withInstrumentChanges(profile, [
    { standing: { change: 'retire', instrument: id, version, from }, instrument: null },
  ]);
  return instrumentsInForce(after, from).some(({ purpose }) => purpose === 'assessment')
    ? []
    : [fault('/instrument', 'last', 'An area keeps at least one instrument to assess with.')];
}

/** The topic of changes of the instruments of an area. */
export const instrumentChanges: Topic = {
  name: 'instrument-changes',
  kind: 'instrumentChange',
  machine: twoPersonMachine('instrument-changes', recorders),
  rules: twoPersonRules,
  recorders,
  policy: twoPersonPolicy,
  commands: {
    'propose-change': {
      creates: true,
      faults: (context: Ctx<ProposeInstrumentChangePayload>) =>
        context.payload.change === 'add' ? addFaults(context) : retireFaults(context),
    },
    'approve-change': {},
    'refuse-change': {},
    'withdraw-change': {},
  },
  blank: blankInstrumentChange,
  relations: proposerOf,
  readers: everybodyReads,
  persons: () => [],
  summary: (standing: InstrumentChangeStanding) => decidedLine(standing.title, standing),
  queue: waitsForSecond,
};
