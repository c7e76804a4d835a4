import type { PartnerFigure, RecordFiguresPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Id, Optional, Parts, Text, WholeOrNull } from '../fields.js';

/** One number and what it counts; null where it is from 1 to 4 and kept back. */
export class PartnerFigureBody implements PartnerFigure {
  @Text(60)
  label: string;

  @WholeOrNull(0, 100_000_000)
  n: number | null;
}

/** What an agency counted itself over a period, and where that comes from: numbers, and nobody's name. */
export class RecordFiguresBody extends CommandBody implements RecordFiguresPayload {
  @Id()
  agencyId: string;

  @Text(7)
  period: string;

  @Text(120)
  measure: string;

  @Parts(() => PartnerFigureBody, 20, 1)
  figures: PartnerFigureBody[];

  @Text(200)
  source: string;

  @Optional()
  @Text(400)
  note?: string;
}

/** `POST /api/v1/partner-figures/record-figures`. */
export const recordFigures = command('partner-figures/record-figures', RecordFiguresBody);
