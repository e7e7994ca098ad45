import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CachedPage, SentPage } from './page-cache.ts';

/**
 * Sends the smallest encoding the browser takes; 304 when it has the page already. Pages are kept by us and always asked
 * about by browsers (`no-cache`): a withdrawn page must be gone at once. A page made for one person is stored by nobody.
 */
export function sendPage(
	request: FastifyRequest,
	reply: FastifyReply,
	page: CachedPage,
	cacheable: boolean,
): FastifyReply {
	reply.header('vary', 'accept-encoding').header('etag', page.etag);
	reply.header('cache-control', cacheable ? 'no-cache' : 'no-store');
	reply.headers(page.headers);
	if (cacheable && page.status === 200 && request.headers['if-none-match'] === page.etag) return reply.code(304).send();
	const { name, bytes } = encodingFor(request.headers['accept-encoding'], page);
	if (name) reply.header('content-encoding', name);
	reply.code(page.status).type(page.mediaType);
	if (cacheable && page.status === 200 && page.isPopular && !page.sent.has(name))
		page.sent.set(name, sentPage(reply, bytes));
	return reply.send(bytes);
}

/** The smallest form of a page that a browser takes; the empty name is the page as it is. */
export function encodingFor(
	accepted: string | string[] | undefined,
	page: CachedPage,
): { name: 'br' | 'gzip' | ''; bytes: Buffer } {
	const given = String(accepted ?? '');
	if (/\bbr\b/.test(given) && page.brotli !== page.identity) return { name: 'br', bytes: page.brotli };
	if (/\bgzip\b/.test(given) && page.gzip !== page.identity) return { name: 'gzip', bytes: page.gzip };
	return { name: '', bytes: page.identity };
}

/** Everything that is about to be sent: what the plugins wrote, what the page itself says, and its bytes. */
function sentPage(reply: FastifyReply, bytes: Buffer): SentPage {
	const all = { ...reply.raw.getHeaders(), ...reply.getHeaders(), 'content-length': bytes.length };
	const pairs = Object.entries(all).map(([name, value]) => [name, String(value)]);
	const ofContent = new Set(['content-length', 'content-type', 'content-encoding']);
	const unchanged = pairs.filter(([name]) => !ofContent.has(name ?? ''));
	return { headers: pairs.flat(), unchanged: unchanged.flat(), body: bytes.toString('latin1') };
}
