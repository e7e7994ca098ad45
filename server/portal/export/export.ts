import { createHash } from 'node:crypto';
import { link, mkdir, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '../../kernel/errors.ts';
import type { Sql } from '../../platform/database.ts';
import { alive } from '../../platform/postgres/instance-lock.ts';
import { forgetBefore, hasMark, newestMark, staleSince, watermark } from './changes.ts';
import { linksOf } from './links.ts';
import { manifestOf, serverConfig } from './papers.ts';
import { fileOf, namesFile } from './place.ts';
import type { Rendered, Renderer } from './render.ts';
import { readState, type State, type Written, writeState } from './state.ts';

export interface ExportOptions {
	folder: string;
	origin: string;
	/** What the pages depend on besides their records; another one than last time, and all is made anew. */
	made: string;
	now: Date;
	/** Forget what was written before. */
	full: boolean;
	/** Addresses to begin with; the others are found by following links. */
	seeds: readonly string[];
	isLive(address: string): boolean;
}

export interface ExportSummary {
	release: string;
	pages: number;
	/** Made anew, and of these those whose bytes are new. */
	rendered: number;
	changed: number;
	removed: number;
	/** Addresses that pages lead to and that are nowhere. */
	dead: { path: string; from: string }[];
}

const AT_ONCE = 8;
/** Changes older than this are not kept; an export that is older begins anew. */
const DAYS_KEPT = 40;
const A_DAY = 86_400_000;

/**
 * Writes the public site into `folder/releases/…` and points `folder/current` at it in one step: whoever serves it sees the
 * site as it was or as it is, nothing between. Pages that cannot have changed are linked from the release before.
 */
export async function exportSite(db: Sql, renderer: Renderer, options: ExportOptions): Promise<ExportSummary> {
	const stateFile = join(options.folder, 'state.jsonl');
	const known = options.full ? null : await readState(stateFile);
	const before = known && (await canGoOn(db, known, options)) ? known : null;
	const mark = await newestMark(db);
	const from = await watermark(db);
	const stale = before ? await staleSince(db, before.watermark) : new Set<string>();
	const release = await nextRelease(options.folder);
	const work = new Work(renderer, options, before, join(options.folder, 'releases', `${release}.${process.pid}.part`));
	await mkdir(work.folder);
	try {
		await work.run([...staleOf(before, stale), ...options.seeds]);
		const pages = await work.finish();
		await rename(work.folder, join(options.folder, 'releases', release));
		await pointAt(options.folder, release);
		await writeState(stateFile, {
			made: options.made,
			at: options.now.toISOString(),
			mark,
			watermark: from,
			release,
			pages,
		});
	} catch (error) {
		await rm(work.folder, { recursive: true, force: true });
		throw error;
	}
	await forgetBefore(db, DAYS_KEPT);
	await removeOld(options.folder, release);
	return { release, ...work.summary() };
}

/**
 * The name of the next release. What an export left that was killed is thrown away. @throws AppError `conflict` while another
 * writes
 */
async function nextRelease(folder: string): Promise<string> {
	const releases = join(folder, 'releases');
	await mkdir(releases, { recursive: true });
	let last = 0;
	for (const name of await readdir(releases)) {
		const [number, pid, part] = name.split('.');
		if (part === 'part' && alive(Number(pid)))
			throw new AppError('conflict', { message: '另一次导出正在进行，请等它完成。' });
		if (part === 'part') await rm(join(releases, name), { recursive: true, force: true });
		else last = Math.max(last, Number(number) || 0);
	}
	return String(last + 1).padStart(6, '0');
}

/** Whether what has changed since can be told: same program and addresses, not too long ago, and the same records. */
async function canGoOn(db: Sql, known: State, { made, now }: ExportOptions): Promise<boolean> {
	const isFresh = now.getTime() - Date.parse(known.at) < (DAYS_KEPT - 1) * A_DAY;
	return known.made === made && isFresh && (await hasMark(db, known.mark));
}

/** Pages whose tags were dropped, and those nobody tells about. */
function staleOf(before: State | null, stale: ReadonlySet<string>): string[] {
	if (!before) return [];
	return [...before.pages.values()]
		.filter(({ tags }) => tags === null || tags.some((tag) => stale.has(tag)))
		.map(({ path }) => path);
}

class Work {
	readonly folder: string;
	readonly #renderer: Renderer;
	readonly #options: ExportOptions;
	readonly #before: State | null;
	readonly #pages = new Map<string, Written>();
	readonly #queue: { path: string; from: string }[] = [];
	readonly #seen = new Set<string>();
	readonly #dead: { path: string; from: string }[] = [];
	readonly #gone = new Set<string>();
	#changed = 0;

	constructor(renderer: Renderer, options: ExportOptions, before: State | null, folder: string) {
		this.#renderer = renderer;
		this.#options = options;
		this.#before = before;
		this.folder = folder;
	}

	/** Makes these pages and every page they lead to that is not known yet. */
	async run(paths: readonly string[]): Promise<void> {
		for (const path of paths) this.#add(path, '');
		for (let at = 0; at < this.#queue.length; at += AT_ONCE) {
			const made = this.#queue.slice(at, at + AT_ONCE).map((one) => this.#make(one.path, one.from));
			// All of them have to end before a failure is told: what is thrown away must not be written to any more.
			const failed = (await Promise.allSettled(made)).find((result) => result.status === 'rejected');
			if (failed) throw failed.reason;
		}
	}

	#add(path: string, from: string): void {
		if (this.#seen.has(path) || this.#options.isLive(path)) return;
		this.#seen.add(path);
		// Followed from a page made anew: what is known and not stale stays as it is.
		if (from !== '' && this.#before?.pages.has(path)) return;
		this.#queue.push({ path, from });
	}

	async #make(path: string, from: string): Promise<void> {
		const rendered = await this.#renderer.render(path);
		const { status } = rendered;
		if (status === 404) this.#lose(path, from);
		// The name of a withdrawn file may say what was withdrawn: no address of the written site keeps it.
		else if (status === 410 && namesFile(path)) this.#gone.add(path);
		else if (status >= 300 && status < 400) this.#lead(path, rendered);
		else if (status === 200 || status === 410) await this.#write(path, rendered);
		else throw new AppError('internal', { message: `页面「${path}」生成失败（${status}），本次导出没有生效。` });
	}

	#lose(path: string, from: string): void {
		this.#gone.add(path);
		if (from !== '') this.#dead.push({ path, from });
	}

	#lead(path: string, { to, tags }: Rendered): void {
		const target = to ?? '/';
		this.#pages.set(path, { path, file: null, sha256: '', size: 0, mediaType: '', tags, to: target });
		if (target.startsWith('/')) this.#add(target, path);
	}

	async #write(path: string, { status, body, mediaType, tags }: Rendered): Promise<void> {
		const file = fileOf(path, mediaType, status === 410);
		if (file === null) {
			this.#lose(path, path);
			return;
		}
		const sha256 = createHash('sha256').update(body).digest('hex');
		this.#pages.set(path, { path, file, sha256, size: body.length, mediaType, tags, to: null });
		const last = this.#before?.pages.get(path);
		if (last?.sha256 !== sha256 || last.file !== file) {
			this.#changed += 1;
			await put(join(this.folder, file), (place) => writeFile(place, body));
		}
		if (mediaType.startsWith('text/html') || mediaType.startsWith('application/xml'))
			for (const to of linksOf(body.toString('utf8'), mediaType, this.#options.origin)) this.#add(to, path);
	}

	/** Brings what is unchanged over from the release before, and writes the papers. Answers all pages of this release. */
	async finish(): Promise<Map<string, Written>> {
		const pages = new Map<string, Written>();
		for (const [path, page] of this.#before?.pages ?? []) if (!this.#gone.has(path)) pages.set(path, page);
		for (const [path, page] of this.#pages) pages.set(path, page);
		const last = this.#before ? join(this.#options.folder, 'releases', this.#before.release) : null;
		for (const { path, file, sha256 } of pages.values()) {
			const known = this.#before?.pages.get(path);
			if (!file || !last || known?.sha256 !== sha256 || known.file !== file) continue;
			await put(join(this.folder, file), (place) => link(join(last, file), place));
		}
		await writeFile(join(this.folder, 'manifest.tsv'), manifestOf(pages.values()));
		await writeFile(join(this.folder, 'site.conf'), serverConfig(pages.values()));
		return pages;
	}

	summary(): Omit<ExportSummary, 'release'> {
		const removed = [...this.#gone].filter((path) => this.#before?.pages.has(path)).length;
		const kept = [...(this.#before?.pages.keys() ?? [])].filter(
			(path) => !this.#gone.has(path) && !this.#pages.has(path),
		);
		const pages = kept.length + this.#pages.size;
		return { pages, rendered: this.#queue.length, changed: this.#changed, removed, dead: this.#dead };
	}
}

async function put(place: string, write: (place: string) => Promise<void>): Promise<void> {
	try {
		await write(place);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
		await mkdir(dirname(place), { recursive: true });
		await write(place);
	}
}

/** A link made aside and renamed over the old one: there is no moment without. */
async function pointAt(folder: string, release: string): Promise<void> {
	const aside = join(folder, 'current.part');
	await rm(aside, { force: true });
	await symlink(join('releases', release), aside);
	await rename(aside, join(folder, 'current'));
}

/** Releases before this one may hold what was withdrawn since: none of them is kept. */
async function removeOld(folder: string, release: string): Promise<void> {
	for (const name of await readdir(join(folder, 'releases')))
		if (name !== release) await rm(join(folder, 'releases', name), { recursive: true, force: true });
}
