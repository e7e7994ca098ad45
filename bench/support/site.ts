import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { bundleStale } from '../../scripts/bundle.mjs';
import { ROOT, readConfig } from '../../server/config.ts';
import { PUBLIC } from '../../server/kernel/actor.ts';
import { hashPassword, initCounty } from '../../server/modules/offices/index.ts';
import { importFrom, searchDocuments } from '../../server/modules/publishing/index.ts';
import { launchPostgres } from '../../server/platform/postgres/launcher.ts';
import { reader, transact } from '../../server/platform/transaction.ts';
import { serve } from '../../server/serve.ts';
import type { Services } from '../../server/services.ts';

/** A county with the documents of the shared generator, served. */
export interface BenchSite {
	address: string;
	/** Where the generator's files lie. */
	folder: string;
	/** Name and address of what is measured. */
	paths: [name: string, path: string][];
	/** Null when an earlier run had imported them. */
	imported: { perSecond: number } | null;
	/** Whether pages are kept; off, each is made anew: for all who ask at once, or (`alone`) for each of them. */
	remember(on: boolean, alone?: boolean): void;
	count(q: string): Promise<{ total: number; more: boolean }>;
	titles(q: string): Promise<string[]>;
	/** Milliseconds from the import of one document to its page and its place at the head of the list. */
	publishAndSee(): Promise<number>;
	/** Ends this server and starts `gongkai serve` on the same data in a process of its own. */
	apart(): Promise<ApartServer>;
	close(): Promise<void>;
}

/** `gongkai serve` as an office runs it. */
export interface ApartServer {
	address: string;
	/** Bytes in memory now. */
	memory(): { node: number; database: number };
	close(): Promise<void>;
}

const OFFICE = '青河县人民政府办公室';

/** `PORTAL_DATA` keeps what was generated and imported for the next run. */
export async function openSite(count: number): Promise<BenchSite> {
	const kept = process.env.PORTAL_DATA;
	const base = kept ? join(kept, String(count)) : mkdtempSync(join(tmpdir(), 'gongkai-bench-'));
	const folder = join(base, 'generated');
	const dataDir = join(base, 'data');
	mkdirSync(dataDir, { recursive: true });
	generate(folder, count);
	const postgres = await launchPostgres({ dataDir });
	const config = readConfig({ DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'error' });
	const node = await serve(config, postgres.url);
	const { services } = node;
	let open = true;
	const closeNode = async () => {
		if (open) await node.close();
		open = false;
	};
	const close = async () => {
		await closeNode();
		await postgres.stop();
		if (!kept) rmSync(base, { recursive: true, force: true });
	};
	const known = await searchIn(services, '通知', 'date');
	const imported = known.total > 0 ? null : await fill(services, postgres.url, folder, count);
	const slug = await bigColumn(services);
	return {
		address: node.address,
		folder,
		imported,
		paths: [
			['document', `/d/${await middleDocument(services)}`],
			['list, page 1', slug],
			['list, page 500', `${slug}/page/500`],
			['home', '/'],
		],
		remember: remembering(services),
		count: async (q) => await searchIn(services, q, 'date'),
		titles: async (q) => (await searchIn(services, q, 'relevance')).rows.map(({ title }) => title),
		publishAndSee: async () => await publishAndSee(services, node.address, slug, base),
		apart: async () => {
			await closeNode();
			return await serveApart(dataDir, postgres.url);
		},
		close,
	};
}

function remembering({ pages }: Services): BenchSite['remember'] {
	const get = pages.get.bind(pages);
	const { makings } = pages;
	const { join: joined } = makings;
	return (on, alone = false) => {
		pages.get = on ? get : () => undefined;
		makings.join = alone ? () => undefined : joined;
	};
}

async function searchIn({ database, clock, listeners }: Services, text: string, order: 'date' | 'relevance') {
	const read = reader({ sql: database.sql, clock, actor: PUBLIC, auditEvent: 'none', listeners });
	return await searchDocuments(read, { text, order, page: 1 });
}

async function serveApart(dataDir: string, url: string): Promise<ApartServer> {
	// As `npm start` does before it.
	await bundleStale();
	const child = spawn(process.execPath, [join(ROOT, 'bin', 'gongkai.mjs'), 'serve'], {
		env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: url, PORT: '0', LOG_LEVEL: 'error' },
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const address = await new Promise<string>((resolve, reject) => {
		let told = '';
		child.stdout.on('data', (chunk: Buffer) => {
			told += chunk.toString();
			const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(told) ?? [];
			if (found) resolve(found);
		});
		child.once('exit', (code) => reject(new Error(`serve ended with ${code}: ${told}`)));
	});
	return {
		address,
		memory: () => ({
			node: kilobytes(read(`/proc/${child.pid}/status`), 'VmRSS') * 1024,
			database: databaseMemory(dataDir),
		}),
		close: async () => {
			const ended = new Promise((resolve) => child.once('exit', resolve));
			child.kill('SIGINT');
			await ended;
		},
	};
}

function generate(folder: string, count: number): void {
	if (existsSync(join(folder, 'docs.jsonl'))) return;
	const generator = join(process.env.GONGKAI_CORPUS ?? '', 'bench', 'gen-docs.mjs');
	execFileSync(process.execPath, [generator, '--out', folder, '--count', String(count)], { stdio: 'ignore' });
}

/** The county, the documents, and the seconds the import took. */
async function fill(services: Services, url: string, folder: string, count: number): Promise<{ perSecond: number }> {
	const actor = { kind: 'system' as const, name: 'bench' };
	const context = {
		sql: services.database.sql,
		clock: services.clock,
		actor,
		auditEvent: 'county.init',
		listeners: services.listeners,
	};
	const passwordHash = await hashPassword('Linlan-2026');
	await transact(context, (tx) =>
		initCounty(tx, { county: '青河县', loginName: 'guanli', name: '林岚', passwordHash }),
	);
	const began = performance.now();
	// As an office does it, in a process of its own beside the server.
	const command = [join(ROOT, 'bin', 'gongkai.mjs'), 'import', 'documents', join(folder, 'docs.jsonl')];
	execFileSync(process.execPath, [...command, '--office', OFFICE, '--create-columns'], {
		env: { ...process.env, DATA_DIR: services.config.dataDir, DATABASE_URL: url },
		stdio: ['ignore', 'inherit', 'inherit'],
	});
	const perSecond = count / ((performance.now() - began) / 1000);
	await sql`analyze`.execute(services.database.sql);
	await settled(services);
	return { perSecond };
}

function optionsFor(path: string, name: string) {
	return { path, name, office: OFFICE, column: '', createColumns: true, filesIn: null, dryRun: false };
}

/** Waits until no job is left that could be done now. */
async function settled({ database }: Services): Promise<void> {
	for (let left = 1; left > 0; ) {
		await sleep(500);
		const { rows } = await sql<{ left: number }>`
			select count(*)::int as left from job where done_at is null and failed_at is null and run_at <= now()
		`.execute(database.sql);
		left = rows[0]?.left ?? 0;
	}
}

/** The list that holds half of all documents. */
async function bigColumn({ database }: Services): Promise<string> {
	const { rows } = await sql<{ path: string }>`
		select '/o/' || o.slug || '/c/' || p.column_slug as path from publication p join office o on o.id = p.office_id
		group by 1 order by count(*) desc limit 1
	`.execute(database.sql);
	return rows[0]?.path ?? '/';
}

async function middleDocument({ database }: Services): Promise<number> {
	const { rows } = await sql<{ id: number }>`
		select document_id as id from publication order by document_id offset (select count(*) / 2 from publication) limit 1
	`.execute(database.sql);
	return rows[0]?.id ?? 0;
}

let published = 0;

async function publishAndSee(services: Services, address: string, list: string, base: string): Promise<number> {
	published += 1;
	const title = `当场发布的第${published}号通告${process.pid}`;
	const path = join(base, 'one.jsonl');
	const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 19);
	writeFileSync(
		path,
		JSON.stringify({
			id: title,
			indexNo: title,
			title,
			date: day.slice(0, 10),
			publishedAt: day,
			column: '政府文件',
			html: '<p>正文</p>',
		}),
	);
	await fetch(address + list);
	const began = performance.now();
	await importFrom(services, optionsFor(path, 'now'), { tell: () => {} });
	while (!(await (await fetch(address + list)).text()).includes(title)) {
		if (performance.now() - began > 10_000) throw new Error('a published document does not appear');
	}
	return performance.now() - began;
}

/** What the processes of this database hold for themselves, and their shared memory once. */
function databaseMemory(dataDir: string): number {
	const [first] = read(join(dataDir, 'pg', 'postmaster.pid')).split('\n');
	let own = 0;
	let shared = 0;
	for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
		const status = read(`/proc/${pid}/status`);
		if (pid !== first && !new RegExp(`^PPid:\\s+${first}$`, 'm').test(status)) continue;
		own += kilobytes(status, 'RssAnon');
		shared = Math.max(shared, kilobytes(status, 'RssShmem'));
	}
	return (own + shared) * 1024;
}

function kilobytes(status: string, name: string): number {
	return Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
}

function read(path: string): string {
	try {
		return readFileSync(path, 'utf8');
	} catch {
		return '';
	}
}
