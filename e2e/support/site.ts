import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { readConfig } from '../../server/config.ts';
import { type Node, serve } from '../../server/serve.ts';
import { createTestDatabase } from '../../test/database.ts';

const FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

export const DESKTOP = { width: 1366, height: 768 };
export const PHONE = { width: 390, height: 844 };

/** The whole product on a real port with the demo county, and a browser to use it with. */
export interface Site {
	origin: string;
	node: Node;
	browser: Browser;
	/** A visitor of their own cookies. Without `javascript` the page runs no script at all. */
	visitor(options?: { javascript?: boolean; viewport?: { width: number; height: number } }): Promise<Page>;
	/** Ends the process's server and starts it again on the same database: what must last over a restart. */
	restart(): Promise<void>;
	close(): Promise<void>;
}

/** Starts the site; the demo county is loaded once (some seconds). */
export async function openSite(): Promise<Site> {
	const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-e2e-'));
	const database = await createTestDatabase();
	const config = readConfig({ DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'error' });
	let node = await serve(config, database.url);
	const { loadDemo } = await import('../../db/demo/load.ts');
	await loadDemo(node.services, () => {});
	const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
	const contexts: BrowserContext[] = [];
	const site: Site = {
		origin: node.address,
		node,
		browser,
		visitor: async ({ javascript = true, viewport = DESKTOP } = {}) => {
			const context = await browser.newContext({
				javaScriptEnabled: javascript,
				viewport,
				locale: 'zh-CN',
				timezoneId: 'Asia/Shanghai',
			});
			contexts.push(context);
			return await context.newPage();
		},
		restart: async () => {
			const port = new URL(node.address).port;
			await node.close();
			node = await serve({ ...config, port: Number(port) }, database.url);
			site.node = node;
		},
		close: async () => {
			for (const context of contexts) await context.close();
			await browser.close();
			await node.close();
			await database.drop();
			rmSync(dataDir, { recursive: true, force: true });
		},
	};
	return site;
}
