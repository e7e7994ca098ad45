import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { makePage } from './page-cache.ts';
import { sendPage } from './send.ts';

const css = readFileSync(new URL('assets/site.css', import.meta.url), 'utf8');
const hash = createHash('sha256').update(css).digest('hex').slice(0, 12);

/** Address of the one stylesheet; its hash changes with its content, so that browsers may keep it for ever. */
export const STYLESHEET = `/assets/site-${hash}.css`;

const IMMUTABLE = { 'cache-control': 'public, max-age=31536000, immutable' };

/** The stylesheet encoded once. Any other hash is answered 404 by the static folder. */
export function addStylesheet(app: FastifyInstance): void {
	const page = makePage(200, 'text/css; charset=utf-8', css, IMMUTABLE);
	app.get(STYLESHEET, { schema: { hide: true } }, (request, reply) => sendPage(request, reply, page, true));
}
