import { type Awareness, type ChildDescription, type Concern, concerns, type RecordReferralPayload } from '@mase/workflow';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsISO8601, IsOptional, IsString, IsUUID, Length, ValidateNested } from 'class-validator';
import { CommandBody, command } from '../command.js';

export class AwarenessBody implements Awareness {
  @IsIn(['yes', 'no', 'not-yet-known'])
  knows: Awareness['knows'];

  @IsIn(['yes', 'no', 'not-asked', 'not-yet-known'])
  agrees: Awareness['agrees'];

  @IsOptional()
  @IsString()
  @Length(1, 2000)
  reason?: string;
}

export class ChildDescriptionBody implements ChildDescription {
  @IsOptional()
  @IsString()
  @Length(1, 100)
  firstName?: string;

  @IsOptional()
  @IsString()
  @Length(1, 100)
  lastName?: string;

  @IsOptional()
  @IsString()
  @Length(1, 100)
  chosenName?: string;

  @IsOptional()
  @IsISO8601({ strict: true })
  @Length(10, 10)
  birthDate?: string;

  @IsOptional()
  @IsIn(['male', 'female', 'not-yet-known'])
  sex?: 'male' | 'female' | 'not-yet-known';

  @IsOptional()
  @IsString()
  @Length(1, 2000)
  description?: string;
}

/** A referral: what was seen or said, a description of who, and whether there is immediate danger. */
export class RecordReferralBody extends CommandBody implements RecordReferralPayload {
  @IsOptional()
  @IsUUID()
  childId?: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => ChildDescriptionBody)
  child?: ChildDescriptionBody;

  @IsString()
  @Length(1, 20_000)
  seenOrSaid: string;

  @IsBoolean()
  immediateDanger: boolean;

  @IsOptional()
  @IsString()
  @Length(1, 40)
  source?: string;

  @IsOptional()
  @IsIn(concerns)
  concern?: Concern;

  @IsOptional()
  @IsString()
  @Length(1, 5000)
  household?: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => AwarenessBody)
  childAware?: AwarenessBody;

  @IsOptional()
  @ValidateNested()
  @Type(() => AwarenessBody)
  parentAware?: AwarenessBody;

  @IsOptional()
  @IsString()
  @Length(1, 200)
  onBehalfOf?: string;
}

export const recordReferral = command('child-cases/record-referral', RecordReferralBody);
