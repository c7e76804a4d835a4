import {
  AreaTemplateError,
  areaTemplates,
  MissingVariableError,
  packageTemplates,
  TemplateGrammarError,
  type Templates,
  TemplateTooLongError,
} from '@mase/documents';

/** An area's own templates are not as they must be; the message says which, where and why. */
export class TemplateFaultError extends Error {
  readonly code = 'TEMPLATE_FAULT';
}

const faults = [AreaTemplateError, MissingVariableError, TemplateGrammarError, TemplateTooLongError];

/** The templates with an area's own from a folder; the package's where none is named. Throws TemplateFaultError where one is refused. */
export function ownTemplates(folder: string | undefined): Templates {
  if (!folder) return packageTemplates;
  try {
    return areaTemplates(folder);
  } catch (error) {
    const known =
      faults.some((fault) => error instanceof fault) || (error as { code?: string }).code === 'ENOENT';
    if (!known) throw error;
    throw new TemplateFaultError(`The templates in ${folder} are not used: ${(error as Error).message}`);
  }
}
