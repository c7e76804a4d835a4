import {
  type AskedFigure,
  type AskFiguresPayload,
  type ChaseFiguresPayload,
  type ReturnFiguresPayload,
  type TargetWay,
  targetWays,
} from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Day, Id, OneOf, Optional, Parts, Text, Whole } from '../fields.js';
import { PartnerFigureBody } from './record-figures.js';

/** What is to be counted, and the target where one was agreed. */
export class AskedFigureBody implements AskedFigure {
  @Text(60)
  label: string;

  @Optional()
  @OneOf(targetWays)
  way?: TargetWay;

  @Optional()
  @Whole(0, 100_000_000)
  target?: number;
}

/** What an agency is asked to count over a period, by whom there, and by which day. */
export class AskFiguresBody extends CommandBody implements AskFiguresPayload {
  @Id()
  agencyId: string;

  @Text(7)
  period: string;

  @Text(120)
  measure: string;

  @Parts(() => AskedFigureBody, 20, 1)
  lines: AskedFigureBody[];

  @Id()
  leadId: string;

  @Day()
  due: string;
}

/** What is said to whoever is asked; another day or another person where those change. */
export class ChaseFiguresBody extends CommandBody implements ChaseFiguresPayload {
  @Text(1000)
  words: string;

  @Optional()
  @Id()
  leadId?: string;

  @Optional()
  @Day()
  due?: string;
}

/** The numbers that were asked for, where they come from, and the commentary on them. */
export class ReturnFiguresBody extends CommandBody implements ReturnFiguresPayload {
  @Parts(() => PartnerFigureBody, 20, 1)
  figures: PartnerFigureBody[];

  @Text(200)
  source: string;

  @Optional()
  @Text(2000)
  note?: string;
}

/** `POST /api/v1/partner-figures/ask-figures`. */
export const askFigures = command('partner-figures/ask-figures', AskFiguresBody);
/** `POST /api/v1/partner-figures/:id/chase-figures`. */
export const chaseFigures = command('partner-figures/chase-figures', ChaseFiguresBody);
/** `POST /api/v1/partner-figures/:id/return-figures`. */
export const returnFigures = command('partner-figures/return-figures', ReturnFiguresBody);
