import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Reader } from '../../../platform/transaction.ts';
import {
	ALL_ALLOWED,
	type Known,
	type Robots,
	readRobots,
	textOf,
	USER_AGENT,
	type Visited,
	VisitFault,
	type VisitLimits,
	visit,
} from '../../../platform/visits/index.ts';
import { countySettings } from '../../offices/index.ts';
import { findPersonalData, PERSONAL_KINDS } from '../../publishing/index.ts';
import { frontier, readPage, type SeenPage } from '../rules/outside-page.ts';
import { dropUnseen, dropVisits, insertVisit, type OutsidePage, savePage, selectPages } from '../store/outside.ts';

/** 国办秘函〔2019〕19号: a site that takes longer than fifteen seconds counts as not opened. */
const LIMITS = { milliseconds: 15_000, bytes: 3 * 1024 * 1024, redirects: 5 };
/** A walk stops here and goes on in the next job: the lease of a job is five minutes. */
const WALK_MS = 180_000;
const MOST_DELAY = 60;
/** Visits older than this say nothing about today. */
const KEPT_MS = 400 * 86_400_000;
const NOTHING: SeenPage = { links: [], foreign: [], tags: [], leaks: [] };

export interface Visitor {
	reader: Reader;
	limits: VisitLimits;
	/** Seconds between two requests to one host. */
	delay: number;
	most: number;
	/** Host with its port → listed. */
	hosts: ReadonlySet<string>;
}

/** What visits to the listed sites go by. `now`: each request is noted at its own moment. */
export async function visitorOf(reader: Reader, allowPrivate: boolean): Promise<Visitor & { starts: string[] }> {
	const { monitoring } = await countySettings(reader);
	const starts = monitoring.sites.map(({ start }) => new URL(start).href);
	return {
		...{ reader, starts, limits: { ...LIMITS, allowPrivate } },
		...{ delay: monitoring.delaySeconds, most: monitoring.pagesPerSite },
		hosts: new Set(starts.map((start) => new URL(start).host)),
	};
}

/** Opens the home page of every listed site once and notes whether it opened, and how fast. */
export async function visitHomes({ reader, starts, limits, hosts }: Visitor & { starts: string[] }): Promise<void> {
	await dropVisits(reader, new Date(reader.now.getTime() - KEPT_MS));
	for (const start of starts) {
		const { host } = new URL(start);
		const { answer, fault, milliseconds } = await ask(start, { hosts, limits });
		const opened = answer !== null && answer.status < 400;
		await insertVisit(reader, { host, opened, status: answer?.status ?? null, milliseconds, fault });
	}
}

/**
 * Reads the pages of one site, one after the other with a pause between, nearest to its home page first, as far as its
 * robots.txt allows. Answers whether the walk is done; else it goes on with the same `since`.
 */
export async function walkSite(visitor: Visitor, start: string, since: Date): Promise<boolean> {
	const { reader, most } = visitor;
	const { host, origin } = new URL(start);
	const until = performance.now() + WALK_MS;
	const robots = await robotsOf(visitor, origin);
	const delay = Math.min(MOST_DELAY, Math.max(visitor.delay, robots.delay ?? 0)) * 1000;
	while (performance.now() < until) {
		const known = await selectPages(reader, host);
		const [next] = frontier(start, known, { since, most });
		if (!next) {
			await dropUnseen(reader, host, since);
			return true;
		}
		const before = known.find(({ url }) => url === next.url);
		const { pathname, search } = new URL(next.url);
		const isAllowed = robots.allows(`${pathname}${search}`);
		await savePage(reader, {
			...(isAllowed ? await pageOf(visitor, next.url, before) : notAsked(host, next.url, since)),
			depth: next.depth,
		});
		if (isAllowed) await pause(delay);
	}
	return false;
}

/** A page its site does not want read: known, and nothing said about it. */
function notAsked(host: string, url: string, at: Date): OutsidePage {
	return {
		...{ host, url, depth: 0, status: 200, etag: '', modified: '', hash: '' },
		...{ changedAt: at, fetchedAt: at, seen: NOTHING },
	};
}

async function robotsOf({ hosts, limits }: Visitor, origin: string): Promise<Robots> {
	const { answer } = await ask(`${origin}/robots.txt`, { hosts, limits });
	if (answer?.status !== 200) return ALL_ALLOWED;
	return readRobots(textOf(answer.body, answer.mediaType), USER_AGENT);
}

async function pageOf(visitor: Visitor, url: string, before: OutsidePage | undefined): Promise<OutsidePage> {
	const { hosts, limits, reader } = visitor;
	const known = before?.status === 200 ? before : { etag: '', modified: '' };
	const { answer } = await ask(url, { hosts, limits, known });
	const base = { host: new URL(url).host, url, depth: 0, fetchedAt: reader.now };
	if (answer?.status === 304 && before) return { ...before, ...base };
	const { seen, hash } = answer?.status === 200 ? contentOf(answer, hosts) : { seen: NOTHING, hash: '' };
	const isNew = before === undefined || before.hash !== hash;
	return {
		...base,
		...{ status: answer?.status ?? 0, etag: answer?.etag ?? '', modified: answer?.modified ?? '' },
		...{ hash, seen, changedAt: isNew ? reader.now : before.changedAt },
	};
}

function contentOf(answer: Visited, hosts: ReadonlySet<string>): { seen: SeenPage; hash: string } {
	if (answer.body.length === 0) return { seen: NOTHING, hash: '' };
	const html = textOf(answer.body, answer.mediaType);
	const { words, mark, ...rest } = readPage(html, answer.url, (host) => hosts.has(host));
	const kinds = findPersonalData(words).map(({ kind }) => PERSONAL_KINDS[kind]);
	const leaks = [...new Set(kinds)].map((kind) => ({ kind, count: kinds.filter((one) => one === kind).length }));
	return { seen: { ...rest, leaks }, hash: createHash('sha256').update(mark).digest('hex') };
}

interface How {
	hosts: ReadonlySet<string>;
	limits: VisitLimits;
	known?: Known;
}

/** Asks once. What did not come is told, never thrown: a site that is down is what we look for. */
async function ask(url: string, { hosts, limits, known }: How) {
	const began = performance.now();
	try {
		const answer = await visit(url, ({ host }) => hosts.has(host), limits, known);
		return { answer, fault: '', milliseconds: answer.milliseconds };
	} catch (error) {
		if (!(error instanceof VisitFault)) throw error;
		return { answer: null, fault: error.message, milliseconds: Math.round(performance.now() - began) };
	}
}
