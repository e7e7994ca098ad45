import { sql } from 'kysely';
import type { Services } from '../services.ts';
import type { Site } from './frame.tsx';

const DEFAULT: Site = { name: '政府信息公开平台', county: '', siteCode: '', domain: '', footer: [], demo: false };

let known: { at: number; services: Services; site: Site } | null = null;

/** The site's own data (setting `site`). Read at most once a second: every page not cached asks for it. */
export async function readSite(services: Services): Promise<Site> {
	const now = Date.now();
	if (known && known.services === services && now - known.at < 1000) return known.site;
	const { rows } = await sql<{ value: Partial<Site> }>`select value from setting where key = 'site'`.execute(
		services.database.sql,
	);
	const site = { ...DEFAULT, ...rows[0]?.value };
	known = { at: now, services, site };
	return site;
}
