import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Services } from '../services.ts';
import { encodingFor } from './send.ts';
import { viewOf } from './views.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Sends pages that are ready before the framework looks at the request: finding the route and walking its hooks cost more than
 * the page. Only what was sent once the long way goes this way, with the very same headers; anything unusual takes the long way.
 * Answers how to stop.
 */
export function putFront(server: Server, services: Services): () => void {
	const [long] = server.listeners('request') as Handler[];
	if (!long) throw new Error('the server has no handler yet');
	let open = true;
	server.removeAllListeners('request');
	server.on('request', (request, response) => {
		if (!open || !sendReady(request, response, services)) long(request, response);
	});
	return () => {
		open = false;
	};
}

function sendReady(request: IncomingMessage, response: ServerResponse, services: Services): boolean {
	const { url, headers } = request;
	if (request.method !== 'GET' || !url || url.includes('?')) return false;
	const origin = originOf(request, services);
	if (origin === null) return false;
	const page = services.pages.get(pageKey(origin, url));
	if (page?.status !== 200) return false;
	const ready = page.sent.get(encodingFor(headers['accept-encoding'], page).name);
	if (!ready) return false;
	if (headers['if-none-match'] === page.etag) {
		response.writeHead(304, ready.unchanged);
		response.end();
	} else {
		response.writeHead(200, ready.headers);
		response.end(ready.body, 'latin1');
	}
	return true;
}

/** As the framework reads it, where nothing stands between the browser and this process that speaks for it. */
function originOf({ headers }: IncomingMessage, { config }: Services): string | null {
	if (config.publicUrl) return config.publicUrl;
	const spokenFor = headers['x-forwarded-host'] !== undefined || headers['x-forwarded-proto'] !== undefined;
	return spokenFor || !headers.host ? null : `http://${headers.host}`;
}

/** Under what a page is kept: its view, the site it was asked at, its address as it came. */
export function pageKey(origin: string, asked: string): string {
	const { view, path } = viewOf(asked);
	return `${view ?? ''} ${origin}${path}`;
}
