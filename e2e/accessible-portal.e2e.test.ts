import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { overflow, seriousFaults } from './support/axe.ts';
import { signIn } from './support/desk.ts';
import { journey } from './support/journey.ts';
import { DESKTOP, PHONE } from './support/site.ts';

/** Every template of the portal, with the status it answers. `first` opens the first link of that name from there. */
const PORTAL: readonly { name: string; at: string; status?: number; first?: RegExp; tools?: boolean }[] = [
	{ name: 'home', at: '/' },
	{ name: 'office', at: '/o/wangxi' },
	{ name: 'column', at: '/o/wangxi/c/notices' },
	{ name: 'document', at: '/o/wangxi/c/notices', first: /关于/, tools: true },
	{ name: 'home in large print', at: '/elder/' },
	{ name: 'form in large print', at: '/elder/apply/wangxi' },
	{ name: 'home in high contrast', at: '/contrast/' },
	{ name: 'document in high contrast', at: '/contrast/o/wangxi/c/notices', first: /关于/, tools: true },
	{ name: 'form in high contrast', at: '/contrast/apply/wangxi' },
	{ name: 'report in high contrast', at: '/contrast/o/qinghe/reports/2025' },
	{ name: 'guide', at: '/guide' },
	{ name: 'guide of an office', at: '/o/wangxi/guide' },
	{ name: 'rules', at: '/rules' },
	{ name: 'catalog', at: '/o/wangxi/catalog' },
	{ name: 'search with results', at: '/search?q=通知' },
	{ name: 'search without results', at: '/search?q=火星移民' },
	{ name: 'reports', at: '/reports' },
	{ name: 'report', at: '/o/qinghe/reports/2025' },
	{ name: 'apply', at: '/apply' },
	{ name: 'application form', at: '/apply/wangxi' },
	{ name: 'query', at: '/query' },
	{ name: 'third party', at: '/consult' },
	{ name: 'open data', at: '/opendata/annual-reports' },
	{ name: 'ask', at: '/ask' },
	{ name: 'entries', at: '/faq' },
	{ name: 'entry', at: '/faq', first: /医保/ },
	{ name: 'voice', at: '/voice' },
	{ name: 'message form', at: '/voice/new?kind=complaint' },
	{ name: 'message query', at: '/voice/query' },
	{ name: 'public answer', at: '/voice', first: /医保/ },
	{ name: 'not found', at: '/o/nowhere', status: 404 },
];

/** What Tab reaches, in order: the role and name of each stop. */
async function tabStops(page: Page, most: number): Promise<string[]> {
	const stops: string[] = [];
	for (let at = 0; at < most; at++) {
		await page.keyboard.press('Tab');
		const stop = await page.evaluate(() => {
			const at = document.activeElement;
			if (!at || at === document.body) return '';
			const place = at.closest('main')
				? 'main'
				: at.closest('nav')
					? 'nav'
					: at.closest('[role=search]')
						? 'search'
						: '';
			const shown = at.getBoundingClientRect();
			return `${place}|${(at.textContent ?? '').trim() || at.getAttribute('aria-label') || at.getAttribute('name')}|${shown.width > 0}`;
		});
		if (stop === '') break;
		stops.push(stop);
		if (stop.startsWith('main|')) break;
	}
	return stops;
}

journey('everybody can use every page of the portal', (step, site) => {
	let reader: Page;
	/** Runs the checker, which is a script itself. */
	let checker: Page;
	const open = async (page: Page, { at, first }: (typeof PORTAL)[number]) => {
		const answer = await page.goto(at);
		if (!first) return answer;
		const href = await page.getByRole('main').getByRole('link', { name: first }).first().getAttribute('href');
		return await page.goto(href ?? '');
	};
	const check = async (template: (typeof PORTAL)[number]) => {
		reader ??= await site().visitor({ javascript: false });
		checker ??= await site().visitor();
		await reader.setViewportSize(DESKTOP);
		const answer = await open(reader, template);
		expect(answer?.status()).toBe(template.status ?? 200);
		expect(await reader.getByRole('heading', { level: 1 }).count()).toBe(1);
		await open(checker, template);
		// Only a document brings one, to be read aloud and printed.
		expect(await checker.locator('script').count()).toBe(template.tools ? 1 : 0);
		expect(await overflow(reader)).toBeLessThanOrEqual(0);
		expect(await seriousFaults(checker)).toEqual([]);
		for (const page of [reader, checker]) await page.setViewportSize(PHONE);
		expect(await overflow(reader)).toBeLessThanOrEqual(0);
		expect(await seriousFaults(checker)).toEqual([]);
		await checker.setViewportSize(DESKTOP);
	};

	for (const template of PORTAL) step(`portal: ${template.name}`, () => check(template));

	step('portal: a withdrawn document', async () => {
		const clerk = await signIn(site(), 'xinxi');
		await clerk.goto('/workbench/documents?state=published');
		await clerk.getByRole('region', { name: '政府信息列表' }).getByRole('link').first().click();
		// The list has a button «已撤下», and stands until the page is there.
		await clerk.getByRole('button', { name: '撤下', exact: true }).click();
		const dialog = clerk.getByRole('dialog');
		await dialog.getByRole('textbox').fill('内容有误，更正后重新公开');
		await dialog.getByRole('button', { name: /撤下/ }).click();
		await clerk
			.getByText(/从网站撤下/)
			.first()
			.waitFor();
		const id = new URL(clerk.url()).pathname.split('/').at(-1);
		await check({ name: 'gone', at: `/d/${id}`, status: 410 });
	});

	step('the keyboard reaches the way to the content, the search, the navigation and the content', async () => {
		await reader.setViewportSize(DESKTOP);
		await reader.goto('/');
		const stops = await tabStops(reader, 40);
		expect(stops[0]).toMatch(/跳到|主要内容|正文/);
		expect(stops.some((stop) => /搜索|检索|\|q\|/.test(stop))).toBe(true);
		expect(stops.some((stop) => stop.startsWith('nav|'))).toBe(true);
		expect(stops.at(-1)).toMatch(/^main\|/);
		expect(stops.filter((stop) => stop.endsWith('|false'))).toEqual([]);
	});
});
