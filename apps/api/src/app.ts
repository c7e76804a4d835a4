import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import helmet from '@fastify/helmet';
import swagger from '@fastify/swagger';
import { packageTemplates, type Templates } from '@mase/documents';
import type { Store } from '@mase/store';
import Fastify, { type FastifyInstance, LogController } from 'fastify';
import { uuidv7 } from 'uuidv7';
import { accessConsultationRoutes } from './access-consultations/routes.js';
import { accessRequestRoutes } from './access-requests/routes.js';
import { agencyRoutes } from './agencies/routes.js';
import { agendaItemRoutes } from './agenda-items/routes.js';
import { agreementRoute } from './agreement/agreement.js';
import { asItWasRoutes } from './as-it-was/routes.js';
import { auditActionRoutes } from './audit-actions/routes.js';
import { breakGlassRoutes } from './break-glass/routes.js';
import { caseAuditRoutes } from './case-audits/routes.js';
import { challengeRoutes } from './challenges/routes.js';
import { childCaseRoutes } from './child-cases/routes.js';
import { childRoutes } from './children/routes.js';
import { clockRoutes } from './clocks/routes.js';
import { clusterRoutes } from './clusters/routes.js';
import { dipSampleRoutes } from './dip-samples/routes.js';
import { disposalRoutes } from './disposals/routes.js';
import { disruptionMeasureRoutes } from './disruption-measures/routes.js';
import { draftRoutes } from './drafts/routes.js';
import { dutyRotaRoutes } from './duty-rotas/routes.js';
import { exportRoutes } from './exports/routes.js';
import { healthRoutes } from './health.js';
import { historyRoutes } from './history/routes.js';
import { identifierMatchRoutes } from './identifier-matches/routes.js';
import { importRoutes } from './imports/routes.js';
import { incidentPartRoutes } from './incident-parts/routes.js';
import { incidentVictimRoutes } from './incident-victims/routes.js';
import { incidentReportRoutes } from './incidents/report.js';
import { incidentRoutes } from './incidents/routes.js';
import { informationRequestRoutes } from './information-requests/routes.js';
import { instrumentChangeRoutes } from './instruments/changes.js';
import { instrumentRoutes } from './instruments/routes.js';
import { intelligenceRoutes } from './intelligence/routes.js';
import { intelligenceRequirementRoutes } from './intelligence-requirements/routes.js';
import { journeyRoutes } from './journeys/routes.js';
import { judgementListRoute } from './judgement-lists/judgement-list.js';
import { languageByTeamRoute } from './language/by-team.js';
import { checkLanguageRoute } from './language/check.js';
import { legalHoldRoutes } from './legal-holds/routes.js';
import { letterRoutes } from './letters/routes.js';
import { linkRoutes } from './links/routes.js';
import { locationCaseRoutes } from './location-cases/routes.js';
import { locationRoutes } from './locations/routes.js';
import { lookRoutes } from './looks/routes.js';
import { matchListRoutes } from './match-lists/routes.js';
import { messageRoutes } from './messages/routes.js';
import { missingReportRoutes } from './missing-episodes/report.js';
import { missingEpisodeRoutes } from './missing-episodes/routes.js';
import { noticeRoutes } from './notices/routes.js';
import { packRoutes } from './packs/routes.js';
import { panelRoutes } from './panels/routes.js';
import { partnerFiguresRoutes } from './partner-figures/routes.js';
import { personCaseRoutes } from './person-cases/routes.js';
import { personRoutes } from './persons/routes.js';
import { planActionRoutes } from './plan-actions/routes.js';
import { planCopyRoutes } from './plan-copies/routes.js';
import { bodies } from './plugins/bodies.js';
import { FailedTries } from './plugins/failed-tries.js';
import { limits } from './plugins/limits.js';
import { listFiles } from './plugins/list-files.js';
import { metrics } from './plugins/metrics.js';
import { answerClientError, answerFrameworkError, problems } from './plugins/problems.js';
import { sessions } from './plugins/sessions.js';
import { openedStore } from './plugins/store.js';
import { type Policy, statedPolicy } from './policy.js';
import { populationTableRoutes } from './population-tables/routes.js';
import { practiceThemeRoutes } from './practice-themes/routes.js';
import { problemProfileRoutes } from './problem-profile/routes.js';
import { profileChangeRoutes } from './profiles/changes.js';
import { profileRoutes } from './profiles/routes.js';
import { protectionRoutes } from './protections/routes.js';
import { qualityActivityRoutes } from './quality-activities/routes.js';
import { qualityStandardRoutes } from './quality-standards/routes.js';
import { referralProposalRoutes } from './referral-proposals/routes.js';
import { returnInterviewRoutes } from './return-interviews/routes.js';
import { savedViewRoutes } from './saved-views/routes.js';
import { scorecardRoutes } from './scorecards/routes.js';
import { searchRoute } from './search/search.js';
import { serviceEpisodeRoutes } from './service-episodes/routes.js';
import { serviceFeedbackRoutes } from './service-feedback/routes.js';
import { sessionRoutes } from './sessions/routes.js';
import { sharingLedgerRoute } from './sharing-ledger/ledger.js';
import { signInRoutes } from './sign-in/routes.js';
import { defaultSettings, type Settings } from './sign-in/settings.js';
import { SignInDesk } from './sign-in/sign-in-desk.js';
import { silentCaseRoutes } from './silent-cases/routes.js';
import { sittingRoutes } from './sittings/routes.js';
import { trainingSessionRoutes } from './training-sessions/routes.js';
import { userRoutes } from './users/routes.js';
import { verificationRoutes } from './verifications/routes.js';
import { whoKnewRoutes } from './who-knew/routes.js';
import { workCalendarRoutes } from './work-queue/calendar.js';
import { workQueueRoutes } from './work-queue/routes.js';

declare module 'fastify' {
  interface FastifyInstance {
    /** The templates that documents are printed by. */
    templates: Templates;
  }
}

/** What the api is built from. */
export interface AppParts {
  store: Store;
  /** `demonstration` lets people sign in by choosing themselves. */
  mode: 'demonstration' | 'live';
  /** Organisations, sessions, limits; without organisations where it is left out. */
  settings?: Settings;
  /** `off` takes every limit on the rate of requests away: for tests alone, no setting does. */
  limits?: 'on' | 'off';
  /** The templates of documents: the package's own, or an area's in their place. */
  templates?: Templates;
  /** Who may ask what; only a test puts anything in the place of what the topics state. */
  policy?: Policy;
  /** Whether the worker sends e-mail: it is said to people who choose how they are told. */
  sendsMail?: boolean;
  /** Where lines of the log go; nothing personal is ever in them. */
  log?: false | { level: string; stream?: { write(line: string): void } };
}

/** The api as a table of contents: plugins, then topics, by hand, in order. It does not listen. */
export async function buildApp(parts: AppParts): Promise<FastifyInstance> {
  const { store, mode, log = false, settings = defaultSettings(randomBytes(32)) } = parts;
  const desk = new SignInDesk(store, settings, mode);
  const app = Fastify({
    ...(log ? { logger: { ...log, serializers: allowListed } } : { logger: false }),
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 1_048_576,
    // A client that does not finish its request within these does not hold a connection.
    connectionTimeout: 120_000,
    requestTimeout: 120_000,
    genReqId: () => uuidv7(),
    routerOptions: { maxParamLength: 200 },
    // The web tells whose request it passes on; nobody else is believed.
    trustProxy: 'loopback',
    frameworkErrors: answerFrameworkError,
    clientErrorHandler: answerClientError,
  });
  await app.register(helmet, { contentSecurityPolicy: { useDefaults: false, directives: nothingLoads } });
  await app.register(metrics);
  await app.register(problems);
  await app.register(openedStore, { store, policy: parts.policy ?? statedPolicy });
  app.decorate('templates', parts.templates ?? packageTemplates);
  const limited = parts.limits !== 'off';
  await app.register(sessions, {
    store,
    failedTries: limited ? new FailedTries(settings.limits.signInsPerMinute) : null,
  });
  await app.register(bodies);
  await app.register(listFiles);
  if (limited) await app.register(limits, settings.limits);
  await app.register(swagger, {
    openapi: description,
    refResolver: { buildLocalReference: (json) => String(json.$id) },
  });
  app.addHook('onSend', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
  });
  await app.register(async (topics) => {
    healthRoutes(topics);
    signInRoutes(topics, desk);
    sessionRoutes(topics, desk);
    childCaseRoutes(topics);
    planActionRoutes(topics);
    planCopyRoutes(topics);
    informationRequestRoutes(topics);
    challengeRoutes(topics);
    caseAuditRoutes(topics);
    auditActionRoutes(topics);
    dipSampleRoutes(topics);
    qualityStandardRoutes(topics);
    qualityActivityRoutes(topics);
    practiceThemeRoutes(topics);
    trainingSessionRoutes(topics);
    serviceFeedbackRoutes(topics);
    noticeRoutes(topics);
    serviceEpisodeRoutes(topics);
    intelligenceRoutes(topics);
    linkRoutes(topics);
    clusterRoutes(topics);
    intelligenceRequirementRoutes(topics);
    identifierMatchRoutes(topics);
    sharingLedgerRoute(topics);
    judgementListRoute(topics);
    childRoutes(topics);
    missingEpisodeRoutes(topics);
    missingReportRoutes(topics);
    incidentRoutes(topics);
    incidentReportRoutes(topics);
    scorecardRoutes(topics);
    problemProfileRoutes(topics);
    partnerFiguresRoutes(topics);
    populationTableRoutes(topics);
    incidentVictimRoutes(topics);
    incidentPartRoutes(topics);
    returnInterviewRoutes(topics);
    referralProposalRoutes(topics);
    personCaseRoutes(topics);
    personRoutes(topics);
    locationCaseRoutes(topics);
    locationRoutes(topics);
    panelRoutes(topics);
    sittingRoutes(topics);
    agendaItemRoutes(topics);
    packRoutes(topics);
    journeyRoutes(topics);
    userRoutes(topics);
    agencyRoutes(topics);
    dutyRotaRoutes(topics);
    breakGlassRoutes(topics);
    disposalRoutes(topics);
    legalHoldRoutes(topics);
    disruptionMeasureRoutes(topics);
    protectionRoutes(topics);
    accessRequestRoutes(topics);
    accessConsultationRoutes(topics);
    exportRoutes(topics);
    searchRoute(topics);
    workQueueRoutes(topics);
    workCalendarRoutes(topics, settings.publicUrl);
    messageRoutes(topics, parts.sendsMail ?? false);
    letterRoutes(topics);
    whoKnewRoutes(topics);
    historyRoutes(topics);
    lookRoutes(topics);
    silentCaseRoutes(topics);
    verificationRoutes(topics);
    clockRoutes(topics);
    savedViewRoutes(topics);
    asItWasRoutes(topics);
    instrumentRoutes(topics);
    await topics.register(instrumentChangeRoutes);
    profileRoutes(topics);
    await topics.register(profileChangeRoutes);
    checkLanguageRoute(topics);
    languageByTeamRoute(topics);
    agreementRoute(topics);
    draftRoutes(topics);
    await topics.register(importRoutes);
    await topics.register(matchListRoutes);
  });
  return app;
}

/** An answer of the api is data: where a browser shows one, it loads, runs, frames and sends nothing. */
const nothingLoads = {
  'default-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
};

const allowListed = {
  req: (request: { method: string; routeOptions?: { url?: string }; id: string }) => ({
    id: request.id,
    method: request.method,
    route: request.routeOptions?.url,
  }),
  // An error's message can hold what somebody typed: only its kind and code are kept.
  err: (error: Error & { code?: string }) => ({ type: error.name, message: error.code ?? '', stack: '' }),
};

const description = {
  openapi: '3.1.0',
  info: {
    title: 'MASE',
    version: '1',
    description: 'Commands and views of a multi-agency sexual exploitation panel.',
  },
  servers: [{ url: '/' }],
  components: { securitySchemes: { session: { type: 'http' as const, scheme: 'bearer' } } },
  security: [{ session: [] }],
};
