import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { row } from './support/calibration.ts';
import { type Loaded, loadApart, loadFast, sample, serverOf } from './support/load.ts';
import { nginxOf } from './support/nginx.ts';
import { type BenchSite, openSite } from './support/site.ts';

const SIZES = (process.env.GONGKAI_BENCH_DOCS ?? '20000').split(',').map(Number);
const MB = 1024 * 1024;

interface Query {
	q: string;
	titleHits: number;
	hits: number;
}

/**
 * The portal over the documents of the shared generator, imported by `gongkai import documents`: pages from memory against a
 * bare Node server that sends the same bytes, pages made anew, and search, with the load in a process of its own.
 */
export async function run(): Promise<void> {
	if (!process.env.GONGKAI_CORPUS) {
		console.log('GONGKAI_CORPUS is not set: nothing to import, nothing measured');
		return;
	}
	for (const count of SIZES) {
		const site = await openSite(count);
		try {
			console.log(`${count.toLocaleString('en')} documents`);
			if (site.imported)
				row('  import, with gate and search', site.imported.perSecond, 'documents/s', { name: 'limit', value: 300 });
			await pages(site);
			await search(site);
			await visible(site);
			await apart(site);
		} finally {
			await site.close();
		}
	}
}

async function pages(site: BenchSite): Promise<void> {
	for (const [name, path] of site.paths) {
		const url = `${site.address}${path}`;
		const { body, headers } = await sample(url);
		const bare = await serverOf(body, headers);
		const limit = await loadFast(bare.url);
		bare.close();
		const nginx = await nginxOf(body, headers);
		if (nginx) row(`  ${name}, the same bytes by nginx`, (await loadFast(nginx.url)).perSecond, 'requests/s');
		await nginx?.close();
		const cached = await loadFast(url);
		row(`  ${name}, ${(body.length / 1024).toFixed(1)} KiB, from memory`, cached.perSecond, 'requests/s', {
			name: 'bare Node',
			value: limit.perSecond,
		});
		site.remember(false, true);
		const made = await loadApart([url]);
		site.remember(false);
		const together = await loadApart([url]);
		site.remember(true);
		const aim = { name: 'limit', value: 2000 };
		row(`  ${name}, made anew for each reader, p99 ${made.p99} ms`, made.perSecond, 'requests/s', aim);
		row(`  ${name}, made anew for all who ask at once, p99 ${together.p99} ms`, together.perSecond, 'requests/s', aim);
		failures(cached, made, together);
	}
}

function wordsOf(site: BenchSite): Query[] {
	return JSON.parse(readFileSync(join(site.folder, 'queries.json'), 'utf8')) as Query[];
}

async function search(site: BenchSite): Promise<void> {
	const queries = wordsOf(site);
	const urls = queries.map(({ q }) => `${site.address}/search?q=${encodeURIComponent(q)}`);
	// Each of the sixteen asks the same words in turn: shared, fifteen of them would only wait.
	site.remember(false, true);
	const first = await loadApart(urls);
	site.remember(true);
	for (const url of urls) await (await fetch(url)).text();
	const again = await loadApart(urls);
	const limit = { name: 'limit', value: 250 };
	row(`  search, each as for the first time, p99 ${first.p99} ms`, first.perSecond, 'requests/s', limit);
	row(`  search, ${urls.length} words asked again, p99 ${again.p99} ms`, again.perSecond, 'requests/s', limit);
	failures(first, again);
	let right = 0;
	for (const { q, hits } of queries) {
		const told = await site.count(q);
		if (told.more ? hits > told.total : told.total === hits) right += 1;
		else console.log(`    «${q}»: ${told.total}${told.more ? '+' : ''}, truly ${hits}`);
	}
	row('  searches that count what is there', right, `of ${queries.length}`);
	const wrong = await firstTwenty(site, queries);
	row('  searches with another than a titled document among the first 20', wrong, `of ${queries.length}`);
}

/** What the others of the field answer at most, of the mix below, on the same documents. */
const BEST_PEER = 39;

/**
 * `gongkai serve` in a process of its own, as an office has it: pages and, one time in ten, a search, as peers were asked; then what
 * server and database hold in memory.
 */
async function apart(site: BenchSite): Promise<void> {
	const server = await site.apart();
	const path = new Map(site.paths);
	const pages = [
		'document',
		'list, page 1',
		'document',
		'home',
		'document',
		'list, page 500',
		'document',
		'list, page 1',
		'home',
	];
	const mix = wordsOf(site).flatMap(({ q }) => [
		...pages.map((name) => `${server.address}${path.get(name)}`),
		`${server.address}/search?q=${encodeURIComponent(q)}`,
	]);
	const loaded = await loadApart(mix);
	row(`  mix, 10 % search, p99 ${loaded.p99} ms`, loaded.perSecond, 'requests/s', {
		name: '50 × best peer',
		value: 50 * BEST_PEER,
	});
	failures(loaded);
	const { node, database } = server.memory();
	const parts = `MB (${Math.round(node / MB)} + ${Math.round(database / MB)})`;
	row('  memory of server and database, loaded', (node + database) / MB, parts, { name: 'limit', value: 250 });
	await server.close();
}

/** Where at least twenty titles have the words, the first twenty must be such. */
async function firstTwenty(site: BenchSite, queries: readonly Query[]): Promise<number> {
	let wrong = 0;
	for (const { q, titleHits } of queries) {
		const titles = await site.titles(q);
		const most = Math.min(20, titleHits, titles.length);
		if (titles.slice(0, most).some((title) => !title.includes(q))) wrong += 1;
	}
	return wrong;
}

/** From the signature's commit to the page a citizen gets. */
async function visible(site: BenchSite): Promise<void> {
	const times: number[] = [];
	for (let i = 0; i < 10; i += 1) times.push(await site.publishAndSee());
	row('  published to visible, slowest of 10', Math.max(...times), 'ms', { name: 'limit', value: 1000 });
}

function failures(...loads: readonly Loaded[]): void {
	const failed = loads.reduce((sum, load) => sum + load.failed, 0);
	if (failed > 0) console.log(`    ${failed} requests failed`);
}
