import { type ConfirmGradePayload, type Grade, grades } from '@mase/workflow';
import { Type } from 'class-transformer';
import { IsIn, IsOptional, IsString, IsUUID, Length, ValidateNested } from 'class-validator';
import { CommandBody, command } from '../command.js';

export class DissentBody {
  @IsString()
  @Length(1, 200)
  from: string;

  @IsString()
  @Length(1, 5000)
  words: string;

  @IsString()
  @Length(1, 5000)
  answer: string;
}

/** A grade confirmed by somebody other than its assessor. */
export class ConfirmGradeBody extends CommandBody implements ConfirmGradePayload {
  @IsUUID()
  assessmentId: string;

  @IsIn(grades)
  grade: Grade;

  @IsOptional()
  @IsString()
  @Length(1, 10_000)
  reasons?: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => DissentBody)
  dissent?: DissentBody;

  @IsOptional()
  @IsString()
  @Length(1, 5000)
  noHarmReason?: string;

  @IsOptional()
  @IsString()
  @Length(1, 5000)
  secondSignatureReason?: string;
}

export const confirmGrade = command('child-cases/confirm-grade', ConfirmGradeBody);
