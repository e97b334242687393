import { ConsoleLogger, RequestMethod, VersioningType } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import cookie from '@fastify/cookie';
import { DataSource } from 'typeorm';
import { AppModule } from './app.module.ts';
import type { Config } from './platform/config/config.ts';
import { refusePowerfulLogin } from './platform/database/server-guards.ts';
import { acceptJsonOnly } from './platform/http/json-body.ts';
import { describeApi } from './platform/http/openapi.ts';
import { refuseCrossOrigin, setSecurityHeaders } from './platform/http/security-headers.ts';
import { acceptUploads } from './platform/http/upload.ts';
import { answerUnreadable, answerUnroutable } from './platform/http/unroutable.ts';
import { newId } from './platform/http/uuid.ts';

const MAX_BODY_BYTES = 1_048_576;

export interface AppOptions {
  /** Builds the structure of the app without a database. */
  readonly preview?: boolean;
  /** Serves the web app beside the API. */
  readonly site?: boolean;
}

/** The whole app on one port, not yet listening. */
export async function createApp(config: Config, options: AppOptions = {}): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: MAX_BODY_BYTES,
    genReqId: () => newId(),
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    frameworkErrors: answerUnroutable,
    clientErrorHandler: answerUnreadable,
    routerOptions: { maxParamLength: 200 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config), adapter, {
    bodyParser: false,
    logger: new ConsoleLogger({ logLevels: options.preview ? ['fatal'] : ['error', 'warn', 'fatal'], colors: false }),
    preview: options.preview ?? false,
    abortOnError: false,
  });
  app.setGlobalPrefix('api', { exclude: [{ path: '/', method: RequestMethod.GET }] });
  app.enableVersioning({ type: VersioningType.URI, defaultVersion: '1' });
  if (options.preview) return app;
  await refusePowerfulLogin(app.get(DataSource));
  await setUpServer(app, config, options.site ?? false);
  return app;
}

async function setUpServer(app: NestFastifyApplication, config: Config, site: boolean): Promise<void> {
  const server = app.getHttpAdapter().getInstance();
  acceptJsonOnly(server);
  await acceptUploads(server);
  await server.register(cookie);
  await setSecurityHeaders(server);
  refuseCrossOrigin(server, config);
  let contract: string | undefined; // made when somebody asks: it takes as long as the rest of the start
  server.get('/api/openapi.json', (_request, reply) =>
    reply.type('application/json; charset=utf-8').send((contract ??= JSON.stringify(describeApi(app)))),
  );
  if (site) await (await import('./platform/http/static-site.ts')).serveSite(server);
  await app.init();
  await server.ready();
}
