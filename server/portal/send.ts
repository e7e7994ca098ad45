import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CachedPage } from './page-cache.ts';

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
	const [encoding, bytes] = choose(String(request.headers['accept-encoding'] ?? ''), page);
	if (encoding) reply.header('content-encoding', encoding);
	return reply.code(page.status).type(page.mediaType).send(bytes);
}

function choose(accepted: string, page: CachedPage): [string, Buffer] {
	if (/\bbr\b/.test(accepted) && page.brotli !== page.identity) return ['br', page.brotli];
	if (/\bgzip\b/.test(accepted) && page.gzip !== page.identity) return ['gzip', page.gzip];
	return ['', page.identity];
}
