import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { type Actor, can, PUBLIC } from '../kernel/actor.ts';
import { AppError } from '../kernel/errors.ts';
import { writeAudit } from '../platform/audit.ts';
import { refuseMarkedBytes, refuseMarkedUploads } from '../platform/marked-files.ts';
import { auditBase, type Context } from '../platform/transaction.ts';
import type { Services } from '../services.ts';
import { asAppError, sendProblem } from './problem.ts';
import { Download, type Route, routeFaults, type UploadRule, WithSession } from './route.ts';
import { carriesToken, SESSION_COOKIE, type SignedIn } from './session.ts';
import { readPassing, readUploads } from './uploads.ts';

const OPEN_WHILE_PASSWORD_IS_OLD = ['/api/session', '/api/session/password'];

/** Adds the declared routes to the server. Throws, and so stops the process, when a declaration is incomplete. */
export function registerRoutes(app: FastifyInstance, routes: readonly Route[], services: Services): void {
	const faults = routeFaults(routes);
	if (faults.length > 0) throw new Error(`incomplete routes:\n${faults.join('\n')}`);
	for (const route of routes) {
		app.route({
			method: route.method,
			url: route.path,
			schema: routeSchema(route),
			config: route.ratePerMinute ? { rateLimit: { max: route.ratePerMinute, timeWindow: 60_000 } } : {},
			handler: (request, reply) => answer(route, request, reply, services),
		});
	}
}

function routeSchema(route: Route): Record<string, unknown> {
	const schema: Record<string, unknown> = {
		summary: route.summary,
		operationId: operationId(route),
		tags: [route.path.split('/')[2]],
	};
	if (route.params) schema.params = route.params;
	if (route.query) schema.querystring = route.query;
	// A multipart body is read and checked by us, after its files are stored.
	if (route.body && !route.upload) schema.body = route.body;
	if (route.upload) schema.consumes = ['multipart/form-data'];
	if (route.response !== 'download') schema.response = { 200: route.response };
	return schema;
}

function operationId(route: Route): string {
	const words = route.path
		.replace('/api/', '')
		.split('/')
		.map((part) => part.replace(':', 'by-'));
	return [route.method.toLowerCase(), ...words]
		.join('-')
		.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

async function answer(
	route: Route,
	request: FastifyRequest,
	reply: FastifyReply,
	services: Services,
): Promise<unknown> {
	const signedIn = await signedInOf(request, services);
	const context = contextOf(route.audit, signedIn?.actor ?? PUBLIC, request, services);
	try {
		checkAccess(route, request, signedIn);
		const uploaded = route.upload ? await uploadedTo(route, route.upload, request, services) : null;
		const body = uploaded && route.body ? parseFields(route.body, uploaded.fields) : request.body;
		const result = await route.handler({
			context,
			params: request.params,
			query: request.query,
			body,
			files: uploaded?.files ?? [],
			passing: uploaded?.passing ?? [],
			sessionId: signedIn?.sessionId ?? null,
			userAgent: String(request.headers['user-agent'] ?? '').slice(0, 300),
			services,
		});
		return send(reply, result);
	} catch (thrown) {
		const error = asAppError(thrown);
		await recordRefusal(context, error);
		if (error.status >= 500) request.log.error({ err: thrown }, 'request failed');
		return sendProblem(request, reply, error);
	}
}

/** What came with a request. What the house uploads and bears the mark of a state secret is turned away (保守国家秘密法). */
async function uploadedTo(
	{ access }: Pick<Route, 'access'>,
	{ maxFiles, passingBytes, ownScreening }: UploadRule,
	request: FastifyRequest,
	services: Services,
) {
	const isScreened = access !== 'public' && !ownScreening;
	if (!passingBytes) {
		const uploaded = await readUploads(request, services, maxFiles);
		const { database, files: store } = services;
		if (isScreened) await refuseMarkedUploads({ sql: database.sql, store }, uploaded.files);
		return { ...uploaded, passing: [] };
	}
	const fields: Record<string, string> = {};
	const passing = await readPassing(request, maxFiles, passingBytes, fields);
	if (isScreened) await refuseMarkedBytes(passing);
	return { passing, fields, files: [] };
}

async function signedInOf(request: FastifyRequest, services: Services): Promise<SignedIn | null> {
	const cookie = request.cookies[SESSION_COOKIE];
	if (!cookie) return null;
	const userAgent = String(request.headers['user-agent'] ?? '').slice(0, 300);
	return await services.authenticate(cookie, { ip: request.ip, userAgent, at: services.clock.now() });
}

/** The context of one request, under the audit event its route declares. */
export function contextOf(auditEvent: string, actor: Actor, request: FastifyRequest, services: Services): Context {
	const { sql } = services.database;
	return {
		sql,
		clock: services.clock,
		actor,
		auditEvent,
		listeners: services.listeners,
		ip: request.ip,
		requestId: request.id,
		dropPages: (tags) => services.pages.drop(tags),
	};
}

function checkAccess(route: Route, request: FastifyRequest, signedIn: SignedIn | null): void {
	if (route.access === 'public') return;
	if (!signedIn) throw new AppError('unauthenticated');
	if (request.method !== 'GET' && !carriesToken(request, signedIn)) {
		throw new AppError('forbidden', { message: '页面已过期，请刷新后重试' });
	}
	if (signedIn.mustChangePassword && !OPEN_WHILE_PASSWORD_IS_OLD.includes(route.path)) {
		throw new AppError('forbidden', { message: '请先修改初始密码' });
	}
	if (route.access !== 'signedIn' && !can(signedIn.actor, route.access)) throw new AppError('forbidden');
}

function parseFields(schema: z.ZodType, fields: Record<string, string>): unknown {
	const parsed = schema.safeParse(fields);
	if (parsed.success) return parsed.data;
	const issues = parsed.error.issues.map((one) => ({ key: 'schema', field: one.path.join('.'), message: one.message }));
	throw new AppError('invalid', { issues });
}

// A refused attempt is worth keeping; mistakes in a form are not.
async function recordRefusal(context: Context, error: AppError): Promise<void> {
	if (error.code !== 'forbidden' || context.actor.kind !== 'person') return;
	await writeAudit(context.sql, { ...auditBase(context), subject: {}, outcome: 'refused', at: context.clock.now() });
}

function send(reply: FastifyReply, result: unknown): unknown {
	if (result instanceof WithSession) {
		const { session, value } = result;
		if (session)
			reply.setCookie(SESSION_COOKIE, session.id, {
				path: '/',
				httpOnly: true,
				sameSite: 'lax',
				maxAge: session.maxAgeSeconds,
			});
		else reply.clearCookie(SESSION_COOKIE, { path: '/' });
		return reply.send(value);
	}
	if (result instanceof Download) return sendDownload(reply, result);
	return reply.header('cache-control', 'no-store').send(result ?? {});
}

/** Sends a file under a Chinese name, never sniffed, never run. */
export function sendDownload(reply: FastifyReply, file: Download): FastifyReply {
	const kind = file.inline ? 'inline' : 'attachment';
	return reply
		.header('content-disposition', `${kind}; filename*=UTF-8''${encodeURIComponent(file.fileName)}`)
		.header('x-content-type-options', 'nosniff')
		.header('cache-control', 'no-store')
		.type(file.mediaType)
		.send(file.content instanceof Uint8Array ? Buffer.from(file.content) : file.content);
}
