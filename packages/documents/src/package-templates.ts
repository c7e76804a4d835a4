import { type DocumentTemplate, loadTemplate } from './document-template.js';
import type { AccessResponseModel } from './models/access-response.js';
import type { ActionLetterModel } from './models/action-letter.js';
import type { AgendaModel } from './models/agenda.js';
import type { DisposalCertificateModel } from './models/disposal-certificate.js';
import type { ExtractModel } from './models/extract.js';
import type { JourneyModel } from './models/journey.js';
import type { MinutesModel } from './models/minutes.js';
import type { PanelPackModel } from './models/panel-pack.js';
import type { PeerReviewModel } from './models/peer-review.js';
import type { PlainPlanModel } from './models/plain-plan.js';
import type { ProblemProfileModel } from './models/problem-profile.js';

/** The documents that the package brings, checked and compiled; loading fails if a template breaks its grammar. */
export const packageTemplates = {
  panelPack: loadTemplate<PanelPackModel>('panel-pack'),
  agenda: loadTemplate<AgendaModel>('agenda'),
  minutes: loadTemplate<MinutesModel>('minutes'),
  actionLetter: loadTemplate<ActionLetterModel>('action-letter'),
  accessResponse: loadTemplate<AccessResponseModel>('access-response'),
  plainPlan: loadTemplate<PlainPlanModel>('plain-plan'),
  problemProfile: loadTemplate<ProblemProfileModel>('problem-profile'),
  disposalCertificate: loadTemplate<DisposalCertificateModel>('disposal-certificate'),
  extract: loadTemplate<ExtractModel>('extract'),
  journey: loadTemplate<JourneyModel>('journey'),
  peerReview: loadTemplate<PeerReviewModel>('peer-review'),
} satisfies Record<string, DocumentTemplate<never>>;

/** A template for each document: the package's own, or an area's in its place. */
export type Templates = typeof packageTemplates;
