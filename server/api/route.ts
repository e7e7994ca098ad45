import type { Readable } from 'node:stream';
import type { z } from 'zod';
import type { Permission } from '../kernel/permissions.ts';
import type { StoredFile } from '../platform/files.ts';
import type { Context } from '../platform/transaction.ts';
import type { Services } from '../services.ts';
import type { PassingFile } from './uploads.ts';

/** Who may call: one permission of the closed list, any signed-in person, or everybody. */
export type Access = Permission | 'signedIn' | 'public';

/** An uploaded file, already stored by content; `fileName` is only what the sender called it. */
export interface Upload extends StoredFile {
	field: string;
	fileName: string;
}

/** What a handler gets; everything has passed its schema. */
export interface RouteRequest<P, Q, B> {
	context: Context;
	params: P;
	query: Q;
	body: B;
	files: Upload[];
	/** Files of an upload with `passingBytes`. */
	passing: PassingFile[];
	/** Opaque session id, for the routes that end or list sessions. */
	sessionId: string | null;
	userAgent: string;
	services: Services;
}

/** Files a route takes; with `passingBytes` they are read, each up to so many bytes, and kept nowhere. */
export interface UploadRule {
	maxFiles: number;
	passingBytes?: number;
	/** Its command looks for marks of state secrets itself; everywhere else of the house it is done on arrival. */
	ownScreening?: true;
}

/** A file as an answer. */
export class Download {
	readonly content: Uint8Array | Readable;
	readonly mediaType: string;
	readonly fileName: string;
	/** Shown in the browser instead of saved; only for kinds that cannot run script. */
	readonly inline: boolean;
	/** On a public page: when it becomes another file or none. */
	cacheTags: string[] | undefined;
	constructor(content: Uint8Array | Readable, mediaType: string, fileName: string, inline = false) {
		this.content = content;
		this.mediaType = mediaType;
		this.fileName = fileName;
		this.inline = inline;
	}
}

/** An answer that also sets or clears the session cookie. */
export class WithSession<T> {
	readonly value: T;
	readonly session: { id: string; maxAgeSeconds: number } | null;
	constructor(value: T, session: { id: string; maxAgeSeconds: number } | null) {
		this.value = value;
		this.session = session;
	}
}

export interface RouteSpec<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType> {
	method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	/** Begins with /api/; parameters as :name. */
	path: string;
	/** One Chinese phrase; becomes the OpenAPI summary. */
	summary: string;
	access: Access;
	/** Event name in the audit trail. `none` is allowed for reads only. */
	audit: string;
	/** A POST that changes nothing: its question is too long for an address. */
	isQuestion?: true;
	params?: P;
	query?: Q;
	body?: B;
	/** Multipart with files; the other fields are checked against `body`. */
	upload?: UploadRule;
	/** Schema of the answer; `downloads` for files. */
	response: R | 'download';
	/** Calls allowed per minute and address, for sign-in and the like. */
	ratePerMinute?: number;
	handler(
		request: RouteRequest<z.output<P>, z.output<Q>, z.output<B>>,
	): Promise<z.input<R> | Download | WithSession<z.input<R>>>;
}

/** A route with its types forgotten, as the composition root collects them. */
export interface Route {
	method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	path: string;
	summary: string;
	access: Access;
	audit: string;
	isQuestion?: true;
	params?: z.ZodType;
	query?: z.ZodType;
	body?: z.ZodType;
	upload?: UploadRule;
	response: z.ZodType | 'download';
	ratePerMinute?: number;
	handler(request: RouteRequest<unknown, unknown, unknown>): Promise<unknown>;
}

/** Declares a route with its handler's types inferred from the schemas. */
export function defineRoute<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
	spec: RouteSpec<P, Q, B, R>,
): Route {
	return {
		...spec,
		handler: (request) => spec.handler(request as RouteRequest<z.output<P>, z.output<Q>, z.output<B>>),
	};
}

/** What is missing from a declaration; any answer stops the process at start. */
export function routeFaults(routes: readonly Route[]): string[] {
	const seen = new Set<string>();
	return routes.flatMap((route) => {
		const name = `${route.method} ${route.path}`;
		const faults: string[] = [];
		if (seen.has(name)) faults.push(`${name}: declared twice`);
		seen.add(name);
		if (!route.path.startsWith('/api/')) faults.push(`${name}: path outside /api/`);
		if (!route.access) faults.push(`${name}: no access rule`);
		if (!route.audit) faults.push(`${name}: no audit event`);
		if (route.method !== 'GET' && route.audit === 'none' && !route.isQuestion)
			faults.push(`${name}: a change without an audit event`);
		if (!route.summary) faults.push(`${name}: no summary`);
		if (/:\w/.test(route.path) && !route.params) faults.push(`${name}: path parameters without a schema`);
		return faults;
	});
}
