import { randomBytes } from 'node:crypto';
import cookie from '@fastify/cookie';
import csrf from '@fastify/csrf-protection';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { ApiClient } from './api-client.js';
import { SpeakingArea } from './area-words.js';
import { serveAssets } from './assets.js';
import { countRequests } from './count-requests.js';
import { serveDrafts } from './drafts.js';
import { keepImports } from './import-works.js';
import { serveLanguageCheck } from './language-check.js';
import { answerPressure, requestLimits } from './limits.js';
import { logFault, logRequests } from './log-requests.js';
import type { Page } from './page.js';
import { pages as allPages } from './pages.js';
import { serveProviderSignOut } from './provider-sign-out.js';
import { problemOf, sendError } from './respond.js';
import { sectionsFor } from './sections.js';
import { serveLanguages } from './serve-languages.js';
import { mapTilesUrl, serveMapTiles } from './serve-map-tiles.js';
import { type Serving, servePage } from './serve-page.js';
import { cookieName, cookieOptions } from './session-cookies.js';
import { receiveUploads } from './uploads.js';
import { makeViews, type Section } from './view.js';

/** What the site is built from. */
export interface WebOptions {
  /** Where the api listens, like http://127.0.0.1:8081. */
  apiUrl: string;
  /** Signs cookies; at least 32 characters. Without it forms and names do not outlive a restart. */
  cookieSecret?: string;
  /** False only for a demonstration without TLS. */
  secure?: boolean;
  partnership?: string;
  serviceName?: string;
  /** Said in a banner on every page. */
  phase?: string;
  /** What the navigation offers; by role where it is left out. */
  sections?: Section[];
  pages?: Page[];
  logger?: FastifyBaseLogger;
  apiTimeoutMs?: number;
  /** A file of map tiles of the area (PMTiles); without it maps are points on paper. */
  mapTiles?: string;
  /** Answers 503 at once while the process has more to do than it can; on wherever people work. */
  holdsBack?: boolean;
}

const self = ["'self'"];
const directives = {
  defaultSrc: ["'none'"],
  scriptSrc: self,
  styleSrc: self,
  imgSrc: self,
  fontSrc: self,
  connectSrc: self,
  formAction: self,
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
};

/** Builds the site: every page, ready to answer, listening nowhere. It keeps nothing and knows no rule; all it shows comes from the api. */
export async function buildWeb(options: WebOptions): Promise<FastifyInstance> {
  const { secure = true, pages = allPages } = options;
  const app = fastify({
    ...(options.logger ? { loggerInstance: options.logger } : { logger: false }),
    logController: new LogController({ disableRequestLogging: true }),
    frameworkErrors: (_error, _request, reply) => refuseAddress(reply as unknown as FastifyReply),
    ...requestLimits,
    // Whose request it is the TLS proxy on this machine says, and nobody else.
    trustProxy: 'loopback',
    genReqId: () => randomBytes(5).toString('hex'),
  }) as unknown as FastifyInstance;
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives },
    hsts: secure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
  });
  await app.register(cookie, { secret: options.cookieSecret ?? randomBytes(32).toString('hex') });
  await app.register(formbody);
  await receiveUploads(app);
  await app.register(csrf, {
    cookieKey: cookieName('mase_form', secure),
    cookieOpts: { ...cookieOptions(secure), signed: true },
    logLevel: 'debug',
  });
  app.decorate('secureCookies', secure);
  app.decorate('counts', countRequests(app));
  keepImports(app);
  if (options.holdsBack) await answerPressure(app);
  const serving = serve(app, pages, options);
  refuseForgeries(app);
  logRequests(app);
  serveDrafts(app, serving.api);
  serveLanguageCheck(app, serving.api);
  serveProviderSignOut(app, serving.api);
  serveLanguages(app);
  if (options.mapTiles) await serveMapTiles(app, options.mapTiles);
  for (const page of pages) servePage(app, page, serving);
  app.get('/form-token', async (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ token: reply.generateCsrf() }),
  );
  app.get('/health', async (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'ok' }),
  );
  app.get('/ready', async (_request, reply) => {
    await serving.api.ready();
    return reply.header('cache-control', 'no-store').send({ status: 'ready' });
  });
  app.setNotFoundHandler((request, reply) => sendError(serving.views, 404, request, reply));
  app.setErrorHandler((error, request, reply) => {
    const { status, problem } = problemOf(error);
    if (status === 500) logFault(request, error);
    return sendError(serving.views, status, request, reply, problem);
  });
  return app;
}

function serve(app: FastifyInstance, pages: Page[], options: WebOptions): Serving {
  const views = makeViews(
    pages.filter((page) => page.get),
    {
      serviceName: options.serviceName ?? 'MASE',
      partnership: options.partnership ?? 'Example safeguarding partnership',
      phase: options.phase,
      sections: (who) => options.sections ?? sectionsFor(who),
      asset: serveAssets(app),
      mapTiles: options.mapTiles ? mapTilesUrl : undefined,
    },
  );
  const api = new ApiClient(options.apiUrl, undefined, options.apiTimeoutMs);
  return { api, area: new SpeakingArea(api), views };
}

/** An address that cannot be decoded is answered before cookies and headers are there for a page. */
function refuseAddress(reply: FastifyReply): void {
  reply
    .code(400)
    .header('cache-control', 'no-store')
    .type('text/plain')
    .send('That is not an address of this site.');
}

/** Whether the browser itself says that another site, or another host of this one, sends the request. */
function cameFromElsewhere({ headers }: FastifyRequest): boolean {
  const from = headers['sec-fetch-site'];
  return from !== undefined && from !== 'same-origin' && from !== 'none';
}

const elsewhere = () =>
  Object.assign(new Error('Sent from elsewhere'), { statusCode: 403, code: 'FST_CSRF_ELSEWHERE' });

/** Everything that changes anything must carry the token of a form that this site showed. */
function refuseForgeries(app: FastifyInstance): void {
  app.addHook('preHandler', (request, reply, done) => {
    const open = request.routeOptions.config.fromProviders;
    if (open || ['GET', 'HEAD', 'OPTIONS'].includes(request.method)) done();
    else if (cameFromElsewhere(request)) done(elsewhere());
    else app.csrfProtection(request, reply, done);
  });
}
