import { createHash } from 'node:crypto';
import { buildApp } from '../../app.ts';
import { PUBLIC } from '../../kernel/actor.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Module } from '../../module.ts';
import { reader } from '../../platform/transaction.ts';
import type { Services } from '../../services.ts';
import { VIEWS, type View } from '../views.ts';
import { clusterOf } from './changes.ts';
import { type ExportSummary, exportSite } from './export.ts';
import { programHash } from './made.ts';
import { Renderer, servicesForExport } from './render.ts';

export type { ExportSummary } from './export.ts';
export { verifyRelease } from './verify.ts';

const WANTED = ['/robots.txt', '/sitemap.xml'];

/**
 * Writes the whole public site of a county as files. The pages are those the server would send to whoever asks it at
 * `PUBLIC_URL`, byte for byte; search and forms lead to `DYNAMIC_URL`. @throws AppError `invalid` when one is not set
 */
export async function writeSite(
	modules: readonly Module[],
	services: Services,
	{ folder, full }: { folder: string; full: boolean },
): Promise<ExportSummary> {
	const { publicUrl, dynamicUrl } = services.config;
	if (!publicUrl || !dynamicUrl)
		throw new AppError('invalid', {
			message:
				'请设置环境变量 PUBLIC_URL（静态网站的网址）和 DYNAMIC_URL（检索、申请等所在的网址），并与运行中的系统一致。',
		});
	const tags = new Map<string, readonly string[]>();
	const quiet = servicesForExport(services, tags);
	const app = await buildApp(modules, quiet);
	try {
		await app.ready();
		const renderer = new Renderer(app, publicUrl, tags);
		const cluster = await clusterOf(services.database.sql);
		const made = createHash('sha256').update(`${cluster} ${publicUrl} ${dynamicUrl} ${programHash()}`).digest('hex');
		const seeds = await seedsOf(modules, quiet);
		const { isLive } = services;
		return await exportSite(services.database.sql, renderer, {
			folder,
			origin: publicUrl,
			made,
			full,
			seeds,
			isLive,
			now: services.clock.now(),
		});
	} finally {
		await app.close();
	}
}

/** Every page without a parameter, in every view, and what modules keep at addresses no page leads to. */
async function seedsOf(modules: readonly Module[], { database, clock, listeners }: Services): Promise<string[]> {
	const routes = modules.flatMap(({ pages = [] }) => pages);
	const fixed = routes.filter(({ method, path }) => method === 'GET' && !path.includes(':')).map(({ path }) => path);
	const views = (Object.keys(VIEWS) as View[]).map((view) => `/${view}/`);
	const read = reader({ sql: database.sql, clock, actor: PUBLIC, auditEvent: 'none', listeners });
	const hidden: string[] = [];
	for (const { unlinked } of modules) if (unlinked) hidden.push(...(await unlinked(read)));
	return [...new Set([...fixed, ...WANTED, ...views, ...hidden])];
}
