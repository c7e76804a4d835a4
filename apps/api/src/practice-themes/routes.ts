import {
  type CloseThemePayload,
  type OpenThemePayload,
  type PracticeTheme,
  type PracticeThemeStanding,
  practiceThemes,
  type RecordResponsePayload,
  type ThemeSource,
  themeSources,
} from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { CommandBody, command } from '../command.js';
import { Day, Id, OneOf, Optional, SomeOf, Text } from '../fields.js';
import { changeLead } from '../registers/bodies.js';
import { RegisterQuery, registerRegister } from '../registers/register.js';

/** What audits and feedback come back to, who leads what is done about it, and until when. */
export class OpenThemeBody extends CommandBody implements OpenThemePayload {
  @OneOf(practiceThemes)
  theme: PracticeTheme;

  @Text(120)
  title: string;

  @SomeOf(themeSources)
  sources: ThemeSource[];

  @Text(5000)
  seen: string;

  @Id()
  leadId: string;

  @Day()
  due: string;
}

/** What was done about it, when, and by when it is looked at again. */
export class RecordResponseBody extends CommandBody implements RecordResponsePayload {
  @Text(5000)
  did: string;

  @Day()
  on: string;

  @Day()
  due: string;
}

/** What is different now, and how that is known. */
export class CloseThemeBody extends CommandBody implements CloseThemePayload {
  @Text(5000)
  difference: string;
}

/** Which themes a list shows. */
export class PracticeThemesQuery extends RegisterQuery {
  @Optional()
  @OneOf(practiceThemes)
  theme?: PracticeTheme;
}

/** Everything of practice themes that can be asked over HTTP. */
export function practiceThemeRoutes(app: FastifyInstance): void {
  registerRegister<PracticeThemeStanding>(app, {
    kind: 'practiceTheme',
    commands: [
      command('practice-themes/open-theme', OpenThemeBody),
      command('practice-themes/record-response', RecordResponseBody),
      changeLead('practice-themes'),
      command('practice-themes/close-theme', CloseThemeBody),
    ],
    schemas: ['PracticeThemesView', 'PracticeThemeView'],
    summaries: [
      'Practice themes and what is done about them, the newest first',
      'One practice theme, with what was done about it',
    ],
    query: PracticeThemesQuery,
    filters: ['theme'],
    shown: ['theme', 'title', 'sources', 'on'],
  });
}
