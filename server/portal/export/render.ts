import type { FastifyInstance } from 'fastify';
import { createMemo } from '../../platform/memo.ts';
import type { Services } from '../../services.ts';
import { pageKey } from '../front.ts';
import { createMakings } from '../makings.ts';
import type { PageCache } from '../page-cache.ts';

/** A page as the server answers it, with what makes it stale. */
export interface Rendered {
	status: number;
	body: Buffer;
	mediaType: string;
	tags: string[] | null;
	to: string | null;
}

/** Asks the server inside this process: the bytes are those a reader would get. */
export class Renderer {
	readonly #app: FastifyInstance;
	readonly #origin: string;
	readonly #tags: Map<string, readonly string[]>;

	constructor(app: FastifyInstance, origin: string, tags: Map<string, readonly string[]>) {
		this.#app = app;
		this.#origin = origin;
		this.#tags = tags;
	}

	async render(path: string): Promise<Rendered> {
		const { protocol, host } = new URL(this.#origin);
		const headers = { host, 'x-forwarded-proto': protocol.slice(0, -1), 'accept-encoding': 'identity' };
		const answer = await this.#app.inject({ method: 'GET', url: path, headers });
		const key = pageKey(this.#origin, path);
		const tags = this.#tags.get(key);
		this.#tags.delete(key);
		return {
			status: answer.statusCode,
			body: answer.rawPayload,
			mediaType: String(answer.headers['content-type'] ?? ''),
			tags: tags ? ['site', ...tags] : null,
			to: answer.headers.location ? String(answer.headers.location) : null,
		};
	}
}

/** A cache that keeps no page and notes what each is made of. The memo is kept: nothing changes under one export's eyes twice. */
export function notingCache(tags: Map<string, readonly string[]>): PageCache {
	const memo = createMemo();
	return {
		memo,
		makings: createMakings(),
		size: 0,
		get: () => undefined,
		mark: () => 0,
		put: () => true,
		note: (key, given) => tags.set(key, given),
		drop: (dropped) => memo.drop(dropped),
		clear: () => memo.clear(),
	};
}

export function servicesForExport(services: Services, tags: Map<string, readonly string[]>): Services {
	return { ...services, pages: notingCache(tags) };
}
