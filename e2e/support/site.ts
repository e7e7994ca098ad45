import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { inject } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { fixedClock } from '../../server/platform/clock.ts';
import { type Node, serve } from '../../server/serve.ts';
import { createTestDatabase } from '../../test/database.ts';
import { DEMO_DATABASE, NOW } from './moment.ts';

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
const WAIT_MS = 30_000;

export interface VisitorOptions {
	/** `false`: the page runs no script at all. */
	javascript?: boolean;
	viewport?: { width: number; height: number };
}

/** The whole product on a real port with the demo county, and a browser to use it with. */
export interface Site {
	origin: string;
	node: Node;
	browser: Browser;
	/** A visitor of their own cookies. */
	visitor(options?: VisitorOptions): Promise<Page>;
	/** Ends the process's server and starts it again on the same database: what must last over a restart. */
	restart(): Promise<void>;
	/** Lets the calendar of the site stand at another day, in the morning. */
	turnTo(day: string): void;
	/** Screenshots of everything that is open, into test-results/. */
	photograph(name: string): Promise<void>;
	close(): Promise<void>;
}

/** Starts the site on a copy of the demo county. `settings` are environment variables, such as MAX_UPLOAD. */
export async function openSite(settings: Record<string, string> = {}): Promise<Site> {
	const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-e2e-'));
	cpSync(inject('demoFolder'), dataDir, { recursive: true });
	const database = await createTestDatabase(DEMO_DATABASE);
	const config = readConfig({ DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'error', ...settings });
	const clock = fixedClock(NOW);
	let node = await serve(config, database.url, clock);
	const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
	const contexts: BrowserContext[] = [];
	const site: Site = {
		origin: node.address,
		node,
		browser,
		visitor: async ({ javascript = true, viewport = DESKTOP } = {}) => {
			const context = await browser.newContext({
				baseURL: node.address,
				javaScriptEnabled: javascript,
				viewport,
				locale: 'zh-CN',
				timezoneId: 'Asia/Shanghai',
				reducedMotion: 'reduce',
			});
			context.setDefaultTimeout(WAIT_MS);
			contexts.push(context);
			return await context.newPage();
		},
		restart: async () => {
			const port = new URL(node.address).port;
			await node.close();
			node = await serve({ ...config, port: Number(port) }, database.url, clock);
			site.node = node;
		},
		turnTo: (day) => clock.set(`${day}T02:00:00Z`),
		photograph: async (name) => {
			mkdirSync('test-results', { recursive: true });
			const pages = contexts.flatMap((context) => context.pages());
			await Promise.allSettled(
				pages.map((page, at) => page.screenshot({ path: `test-results/${name}-${at + 1}.png`, timeout: 5_000 })),
			);
		},
		close: async () => {
			await browser.close();
			await node.close();
			await database.drop();
			rmSync(dataDir, { recursive: true, force: true });
		},
	};
	return site;
}
