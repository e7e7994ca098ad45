import { type IncomingMessage, request as plain } from 'node:http';
import { request as sealed } from 'node:https';
import { isIPv6 } from 'node:net';
import { publicAddress } from './addresses.ts';

/** Who is asking, for the log of whoever runs the site. */
export const USER_AGENT = 'gongkai-monitor/1.0 (+government site check)';

export interface VisitLimits {
	/** From the first byte sent to the last received, redirects included. */
	milliseconds: number;
	bytes: number;
	redirects: number;
	/** For a county whose sites stand in its own network, and for tests. */
	allowPrivate: boolean;
}

export interface Visited {
	/** Where the redirects ended. */
	url: string;
	status: number;
	/** Media type with its parameters, as sent. */
	mediaType: string;
	etag: string;
	modified: string;
	/** Empty for what is no text. */
	body: Buffer;
	milliseconds: number;
}

/** Why a page was not read, in words for the county. */
export class VisitFault extends Error {}

/** Of these the words are read; of a picture or a paper it is enough that it is there. */
const TEXT = /^(?:text\/|application\/xhtml\+xml)/i;
const HTTP = /^https?:$/;

/** What the last answer said of a page, to be asked again only for what is new. */
export interface Known {
	etag: string;
	modified: string;
}

/**
 * Asks for a page. Every address, that of each redirect too, has to be on a host `mayVisit` allows and outside private
 * networks; the connection goes to the address that was checked. @throws VisitFault
 */
export async function visit(
	start: string,
	mayVisit: (url: URL) => boolean,
	limits: VisitLimits,
	known: Known = { etag: '', modified: '' },
): Promise<Visited> {
	const began = performance.now();
	const signal = AbortSignal.timeout(limits.milliseconds);
	let url = new URL(start);
	for (let hops = 0; ; hops++) {
		if (!HTTP.test(url.protocol) || !mayVisit(url)) throw new VisitFault('指向名单以外的地址');
		const answer = await ask(url, limits, signal, known);
		const to = answer.headers.location;
		if (to === undefined || ![301, 302, 303, 307, 308].includes(answer.statusCode ?? 0)) {
			return await read(url, answer, limits, began);
		}
		answer.destroy();
		if (hops >= limits.redirects) throw new VisitFault('重定向次数过多');
		if (!URL.canParse(to, url)) throw new VisitFault('重定向地址不正确');
		url = new URL(to, url);
	}
}

async function ask(url: URL, limits: VisitLimits, signal: AbortSignal, known: Known): Promise<IncomingMessage> {
	const address = await addressOf(url, limits, signal);
	const headers = {
		'user-agent': USER_AGENT,
		accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.5',
		// A compressed page may be of any size when unpacked.
		'accept-encoding': 'identity',
		...(known.etag ? { 'if-none-match': known.etag } : {}),
		...(known.modified ? { 'if-modified-since': known.modified } : {}),
	};
	const family = isIPv6(address) ? 6 : 4;
	return await new Promise((resolve, reject) => {
		const send = url.protocol === 'https:' ? sealed : plain;
		const asked = send(url, {
			headers,
			signal,
			agent: false,
			lookup: (_name, options, done) => {
				if (options.all) done(null, [{ address, family }]);
				else done(null, address, family);
			},
		});
		asked.once('response', resolve);
		asked.once('error', (error) => reject(faultOf(error, signal)));
		asked.end();
	});
}

async function addressOf(url: URL, { allowPrivate }: VisitLimits, signal: AbortSignal): Promise<string> {
	const address = await publicAddress(url.hostname, allowPrivate).catch((error: Error) => {
		throw faultOf(error, signal);
	});
	if (address === null) throw new VisitFault('指向内部网络地址');
	return address;
}

async function read(url: URL, answer: IncomingMessage, limits: VisitLimits, began: number): Promise<Visited> {
	const { headers, statusCode: status = 0 } = answer;
	const mediaType = headers['content-type'] ?? '';
	const isText = TEXT.test(mediaType) && status !== 304;
	const body = isText ? await bytesOf(answer, limits.bytes) : Buffer.alloc(0);
	answer.destroy();
	return {
		...{ url: url.href, status, mediaType, body },
		etag: headers.etag ?? '',
		modified: headers['last-modified'] ?? '',
		milliseconds: Math.round(performance.now() - began),
	};
}

async function bytesOf(answer: IncomingMessage, most: number): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let size = 0;
	try {
		for await (const chunk of answer as AsyncIterable<Buffer>) {
			size += chunk.length;
			if (size > most) throw new VisitFault(`网页超过${Math.floor(most / 1024 / 1024)}MB`);
			chunks.push(chunk);
		}
	} catch (error) {
		throw error instanceof VisitFault ? error : faultOf(error as Error);
	}
	return Buffer.concat(chunks);
}

function faultOf(error: Error, signal?: AbortSignal): VisitFault {
	const { code = '', name } = error as NodeJS.ErrnoException;
	if (signal?.aborted || name === 'TimeoutError' || name === 'AbortError')
		return new VisitFault('没有在限定时间内打开');
	if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return new VisitFault('域名不能解析');
	if (code === 'ECONNREFUSED') return new VisitFault('拒绝连接');
	return new VisitFault(`不能打开${code ? `（${code}）` : ''}`);
}
