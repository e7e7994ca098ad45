import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { asAppError } from '../api/problem.ts';
import { contextOf, sendDownload } from '../api/register.ts';
import { Download } from '../api/route.ts';
import { readPassing, readUploads } from '../api/uploads.ts';
import { PUBLIC } from '../kernel/actor.ts';
import { AppError } from '../kernel/errors.ts';
import type { Module } from '../module.ts';
import { reader } from '../platform/transaction.ts';
import type { Services } from '../services.ts';
import { ErrorPage } from './error-page.tsx';
import { Frame, type Site } from './frame.tsx';
import { pageKey } from './front.ts';
import { pointLive } from './live.ts';
import type { Page, PageRequest, PageRoute, Raw, Redirect } from './page.ts';
import { type CachedPage, makePage } from './page-cache.ts';
import { traditional } from './script.ts';
import { sendPage } from './send.ts';
import { readSite } from './site.ts';
import { addStylesheet } from './stylesheet.ts';
import { inView, keepView, pageHref, type View, viewOf } from './views.ts';

const HTML = 'text/html; charset=utf-8';

/** Adds the public pages. Throws when a declaration is incomplete. */
export function registerPages(app: FastifyInstance, pages: readonly PageRoute[], services: Services): void {
	addStylesheet(app);
	for (const page of pages) {
		if (!page.audit || !page.summary || page.access !== 'public')
			throw new Error(`incomplete page: ${page.method} ${page.path}`);
		if (page.method === 'POST' && page.audit === 'none') throw new Error(`a form without an audit event: ${page.path}`);
		app.route({
			method: page.method,
			url: page.path,
			schema: { hide: true },
			config: page.ratePerMinute ? { rateLimit: { max: page.ratePerMinute, timeWindow: 60_000 } } : {},
			handler: (request, reply) => answer(page, request, reply, services),
		});
	}
}

async function answer(
	route: PageRoute,
	request: FastifyRequest,
	reply: FastifyReply,
	services: Services,
): Promise<unknown> {
	const key = cacheKey(route, request, services);
	const kept = route.method === 'GET' ? services.pages.get(key) : undefined;
	// Nothing may be waited for where nobody is making it: those who ask in the same turn would all begin.
	const going = route.method === 'GET' && !kept ? services.pages.makings.join(key) : undefined;
	const ready = going ? await going : kept;
	if (ready) return sendPage(request, reply, ready, !ready.unshared);
	const since = services.pages.mark();
	const moved = oldPlace(route, request);
	if (moved === 'nowhere')
		return sendPage(request, reply, await errorPage(new AppError('notFound'), request, services), false);
	if (moved) return redirect(reply, stayIn(viewAsked(request), moved));
	const made = route.method === 'GET' ? services.pages.makings.begin(key) : () => {};
	let forAll: CachedPage | null = null;
	try {
		const result = await route.handler(await pageRequest(route, request, services));
		if ('cacheTags' in result && result.cacheTags) services.pages.note?.(key, result.cacheTags);
		if (result instanceof Download) return sendDownload(reply, result);
		if ('redirect' in result) return redirect(reply, stayIn(viewAsked(request), result));
		if ('cookie' in result && result.cookie) leaveCookie(request, reply, result.cookie);
		const site = await readSite(services);
		const page = 'raw' in result ? rawPage(result) : await framed(result, site, request, services);
		const tags = route.method === 'GET' ? result.cacheTags : undefined;
		if (tags && services.pages.put(key, page, ['site', ...tags], since)) forAll = page;
		return sendPage(request, reply, page, tags !== undefined && !page.unshared);
	} catch (thrown) {
		return await sendError(thrown, request, reply, services);
	} finally {
		made(forAll);
	}
}

function leaveCookie(request: FastifyRequest, reply: FastifyReply, cookie: NonNullable<Page['cookie']>): void {
	const { name, value, path, maxAgeSeconds } = cookie;
	const secure = request.protocol === 'https';
	reply.setCookie(name, value, { path, maxAge: maxAgeSeconds, httpOnly: true, sameSite: 'lax', secure });
}

function cacheKey(route: PageRoute, request: FastifyRequest, services: Services): string {
	const origin = originOf(request, services);
	const [path = '/', query] = request.originalUrl.split('?', 2);
	if (!route.query) return pageKey(origin, request.originalUrl);
	const given = new URLSearchParams(query);
	const known = route.query.filter((name) => given.has(name)).map((name) => [name, given.getAll(name).at(-1)]);
	// What the page does not look at makes no page of its own.
	return pageKey(origin, path) + (known.length > 0 ? ` ${JSON.stringify(known)}` : '');
}

/** A page of a list asked for by parameter, as it used to be: each has one address only. What is no list has no pages. */
function oldPlace(route: PageRoute, request: FastifyRequest): Redirect | 'nowhere' | null {
	const { path: asked, url } = viewOf(request.originalUrl);
	const isList = route.query?.includes('page') ?? false;
	if (route.method !== 'GET' || (!isList && asked === url)) return null;
	if (!isList) return 'nowhere';
	const [path = '/', query] = asked.split('?', 2);
	const given = new URLSearchParams(query);
	const page = given.get('page');
	if (page === null) return null;
	given.delete('page');
	const place = /^[1-9]\d{0,6}$/.test(page) ? Number(page) : 1;
	return { redirect: pageHref(path.replace(/\/page\/\d+$/, ''), place, given.toString()), status: 301 };
}

async function pageRequest(route: PageRoute, request: FastifyRequest, services: Services): Promise<PageRequest> {
	const form: Record<string, string> = {};
	let files: PageRequest['files'] = [];
	let passing: PageRequest['passing'] = [];
	let uploadError: string | null = null;
	if (request.isMultipart()) {
		try {
			const { maxFiles = 0, passingBytes } = route;
			if (passingBytes) passing = await readPassing(request, maxFiles, passingBytes, form);
			else files = (await readUploads(request, services, maxFiles, form)).files;
		} catch (thrown) {
			const error = asAppError(thrown);
			if (error.code !== 'tooLarge' && error.code !== 'unsupported') throw error;
			uploadError = error.userMessage;
		}
	} else {
		for (const [name, value] of Object.entries((request.body ?? {}) as Record<string, unknown>))
			form[name] = String(value);
	}
	return {
		context: pageContext(route, request, services),
		params: request.params as Record<string, string>,
		query: strings(request.query),
		form,
		cookies: request.cookies,
		userAgent: String(request.headers['user-agent'] ?? '').slice(0, 300),
		files,
		passing,
		uploadError,
		origin: originOf(request, services),
		services,
	};
}

function pageContext(route: PageRoute, request: FastifyRequest, services: Services): PageRequest['context'] {
	const context = { ...contextOf(route.audit, PUBLIC, request, services), memo: services.pages.memo };
	const { reads, longReads } = services.database;
	return route.method === 'GET' ? { ...context, sql: route.slow ? longReads : reads } : context;
}

/** Repeated query parameters count once, the last one. */
function strings(query: unknown): Record<string, string> {
	const pairs = Object.entries((query ?? {}) as Record<string, unknown>);
	return Object.fromEntries(pairs.map(([name, value]) => [name, String(Array.isArray(value) ? value.at(-1) : value)]));
}

function originOf(request: FastifyRequest, services: Services): string {
	return services.config.publicUrl ?? `${request.protocol}://${request.host}`;
}

function rawPage(result: Raw): CachedPage {
	return makePage(result.status ?? 200, result.mediaType, result.raw, result.headers);
}

async function framed(page: Page, site: Site, request: FastifyRequest, services: Services): Promise<CachedPage> {
	const origin = originOf(request, services);
	const { dynamicUrl } = services.config;
	const { path } = viewOf(request.originalUrl);
	const url = `${origin}${path.split('?')[0] ?? '/'}`;
	const query = page.nav === 'search' ? strings(request.query).q : undefined;
	const view = viewAsked(request);
	const html = renderToStaticMarkup(createElement(Frame, { page, site, url, query, view, path }));
	const kept = keepView(html, view);
	const shown = view === 'hant' ? await traditional(kept) : kept;
	const made = makePage(
		page.status ?? 200,
		HTML,
		`<!DOCTYPE html>${dynamicUrl ? pointLive(shown, dynamicUrl, services.isLive) : shown}`,
	);
	made.unshared = page.unshared ?? false;
	return made;
}

/** Fastify knows the page by its own address; which view was asked for stands in what came over the wire. */
function viewAsked(request: FastifyRequest): View | null {
	return viewOf(request.originalUrl).view;
}

function stayIn(view: View | null, { redirect: to, ...rest }: Redirect): Redirect {
	return { ...rest, redirect: to.startsWith('/') && !to.startsWith('//') ? inView(view, to) : to };
}

function redirect(reply: FastifyReply, { redirect: to, status = 303 }: Redirect): FastifyReply {
	return reply.code(status).header('location', to).send();
}

async function sendError(
	thrown: unknown,
	request: FastifyRequest,
	reply: FastifyReply,
	services: Services,
): Promise<FastifyReply> {
	const error = asAppError(thrown);
	if (error.status >= 500) request.log.error({ err: thrown }, 'page failed');
	return sendPage(request, reply, await errorPage(error, request, services), false);
}

/** The page for an error, in the site's frame when the site can still be read. */
export async function errorPage(error: AppError, request: FastifyRequest, services: Services): Promise<CachedPage> {
	const page: Page = { status: error.status, title: error.userMessage, body: createElement(ErrorPage, { error }) };
	try {
		return await framed(page, await readSite(services), request, services);
	} catch {
		const bare = renderToStaticMarkup(createElement('p', null, error.userMessage));
		return makePage(error.status, HTML, `<!DOCTYPE html><meta charset="utf-8"><title>${error.status}</title>${bare}`);
	}
}

type Moved = NonNullable<Module['moved']>;

/**
 * The answer for an address that is nowhere. One of the site that went before leads to its page here, one with a slash too
 * many to the one without.
 */
export async function notFoundPage(
	request: FastifyRequest,
	reply: FastifyReply,
	services: Services,
	moved: readonly Moved[],
): Promise<FastifyReply> {
	const [path = '/', query] = request.url.split('?', 2);
	const view = viewAsked(request);
	const known = request.method === 'GET' ? await movedTo(request, services, moved) : null;
	if (known) return redirect(reply, stayIn(view, { redirect: known, status: 301 }));
	// Only below this site: `//elsewhere/` must not become an address of another.
	if (request.method === 'GET' && /^\/[^/\\].*[^/]\/$/.test(path))
		return redirect(reply, stayIn(view, { redirect: path.slice(0, -1) + (query ? `?${query}` : ''), status: 301 }));
	return sendPage(request, reply, await errorPage(new AppError('notFound'), request, services), false);
}

async function movedTo(request: FastifyRequest, services: Services, moved: readonly Moved[]): Promise<string | null> {
	const read = reader(contextOf('none', PUBLIC, request, services));
	for (const ask of moved) {
		const to = await ask(read, request.host.toLowerCase(), viewOf(request.originalUrl).path);
		if (to) return to;
	}
	return null;
}
