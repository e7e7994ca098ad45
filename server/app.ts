import { existsSync } from 'node:fs';
import { join } from 'node:path';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import swagger from '@fastify/swagger';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { asAppError, sendProblem } from './api/problem.ts';
import { registerRoutes } from './api/register.ts';
import { type Config, ROOT } from './config.ts';
import { AppError } from './kernel/errors.ts';
import type { Module } from './module.ts';
import { notFoundPage, registerPages } from './portal/register.tsx';
import { viewOf } from './portal/views.ts';
import type { Services } from './services.ts';

const MIB = 1024 * 1024;
/** JSON bodies: a long document with its markup, not files. */
const BODY_LIMIT = 4 * MIB;

/** Builds the HTTP server over the modules: public pages at /, the API at /api, the workbench at /workbench. */
export async function buildApp(modules: readonly Module[], services: Services): Promise<FastifyInstance> {
	z.config(z.locales.zhCN());
	const app = Fastify({
		loggerInstance: services.log as FastifyBaseLogger,
		logController: new LogController({ disableRequestLogging: true }),
		bodyLimit: BODY_LIMIT,
		trustProxy: 'loopback',
		routerOptions: { maxParamLength: 200 },
		genReqId: () => crypto.randomUUID(),
		rewriteUrl: ({ url = '/' }) => viewOf(url).url,
	});
	app.setValidatorCompiler(validatorCompiler);
	app.setSerializerCompiler(serializerCompiler);
	await addPlugins(app, services.config);
	app.setErrorHandler((error, request, reply) => {
		const known = asAppError(error);
		if (known.status >= 500) request.log.error({ err: error }, 'request failed');
		return sendProblem(request, reply, known);
	});
	app.setNotFoundHandler(async (request, reply) => {
		if (request.url.startsWith('/api/')) return sendProblem(request, reply, new AppError('notFound'));
		return await notFoundPage(
			request,
			reply,
			services,
			modules.flatMap(({ moved }) => moved ?? []),
		);
	});
	registerRoutes(
		app,
		modules.flatMap((module) => module.routes),
		services,
	);
	registerPages(
		app,
		modules.flatMap((module) => module.pages ?? []),
		services,
	);
	await addWorkbench(app);
	const shut = services.portal.open(async (path) => await askInside(app, services.config, path));
	app.addHook('onClose', async () => shut());
	return app;
}

async function askInside(app: FastifyInstance, { publicUrl }: Config, path: string) {
	const { protocol, host } = new URL(publicUrl ?? 'http://localhost');
	const headers = { host, 'x-forwarded-proto': protocol.slice(0, -1), 'accept-encoding': 'identity' };
	const { statusCode, rawPayload, headers: answered } = await app.inject({ method: 'GET', url: path, headers });
	return { status: statusCode, mediaType: String(answered['content-type'] ?? ''), body: rawPayload };
}

async function addPlugins(app: FastifyInstance, config: Config): Promise<void> {
	await app.register(helmet, {
		contentSecurityPolicy: {
			directives: {
				defaultSrc: ["'self'"],
				imgSrc: ["'self'", 'data:', 'blob:'],
				// Ant Design writes its styles into the page.
				styleSrc: ["'self'", "'unsafe-inline'"],
				scriptSrc: ["'self'"],
				objectSrc: ["'none'"],
				frameAncestors: ["'self'"],
				// Search and forms of a site served as files are elsewhere.
				formAction: ["'self'", ...(config.dynamicUrl ? [config.dynamicUrl] : [])],
				// The county decides on https at its proxy; forcing it here would break a plain local start.
				upgradeInsecureRequests: null,
			},
		},
		strictTransportSecurity: false,
	});
	await app.register(cookie);
	await app.register(formbody, { bodyLimit: BODY_LIMIT });
	await app.register(multipart, { limits: { parts: 220 } });
	await app.register(rateLimit, { global: false });
	await app.register(swagger, {
		openapi: { openapi: '3.1.0', info: { title: 'gongkai 政府信息公开', version: '0.1.0' } },
		transform: jsonSchemaTransform,
	});
}

/** The workbench is one page; every address below /workbench is its own to route. */
async function addWorkbench(app: FastifyInstance): Promise<void> {
	const built = join(ROOT, 'workbench', 'dist');
	const assets = join(ROOT, 'server', 'portal', 'assets');
	await app.register(fastifyStatic, { root: assets, prefix: '/assets/', decorateReply: true, maxAge: '1h' });
	app.get('/workbench', { schema: { hide: true } }, (_request, reply) => reply.redirect('/workbench/', 302));
	if (!existsSync(join(built, 'index.html'))) return;
	await app.register(fastifyStatic, {
		root: join(built, 'assets'),
		prefix: '/workbench/assets/',
		preCompressed: true,
		decorateReply: false,
		immutable: true,
		maxAge: '365d',
	});
	app.get('/workbench/*', { schema: { hide: true } }, (_request, reply) =>
		reply.header('cache-control', 'no-cache').sendFile('index.html', built),
	);
}
