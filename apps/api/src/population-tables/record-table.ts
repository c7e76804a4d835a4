import {
  type Characteristic,
  characteristics,
  type PopulationGroup,
  type RecordTablePayload,
} from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { OneOf, Optional, Parts, Text, Whole } from '../fields.js';

/** One group of children of the area, and how many they are. */
export class PopulationGroupBody implements PopulationGroup {
  @OneOf(characteristics)
  characteristic: Characteristic;

  @Text(30)
  group: string;

  @Whole(0, 100_000_000)
  count: number;
}

/** How many children live in an area, by groups, as a source published it. */
export class RecordTableBody extends CommandBody implements RecordTablePayload {
  @Text(80)
  area: string;

  @Text(200)
  source: string;

  @Whole(1990, 2100)
  year: number;

  @Optional()
  @Whole(0, 100_000_000)
  total?: number;

  @Parts(() => PopulationGroupBody, 60, 1)
  groups: PopulationGroupBody[];
}

/** `POST /api/v1/population-tables/record-table`. */
export const recordTable = command('population-tables/record-table', RecordTableBody);
