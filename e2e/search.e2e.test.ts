import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { overflow, seriousFaults } from './support/axe.ts';
import { signIn } from './support/desk.ts';
import { journey } from './support/journey.ts';
import { PHONE } from './support/site.ts';

journey('a citizen who cannot spell it finds it all the same', (step, site) => {
	let citizen: Page;
	let path = '';

	const sound = async (page: Page) => {
		expect(await seriousFaults(page)).toEqual([]);
		expect(await overflow(page)).toBe(0);
	};
	/** What the citizen sees, looked at with the script that finds faults: where none runs, neither does that one. */
	const seenSound = async () => {
		const looker = await site().visitor({ viewport: PHONE });
		await looker.goto(citizen.url());
		await sound(looker);
	};
	const ask = async (words: string) => {
		await citizen.goto('/search');
		await citizen.getByLabel('关键词', { exact: true }).fill(words);
		await citizen.locator('.search-form').getByRole('button', { name: '搜索' }).click();
	};

	step('on a phone, without script', async () => {
		citizen = await site().visitor({ javascript: false, viewport: PHONE });
		await citizen.goto('/search');
		await seenSound();
	});

	const WAYS = { 'by a wrong character': '农村宅基敌审批', 'by pinyin': 'zhaijidi', 'by initials': 'zjdsp' };
	for (const [way, typed] of Object.entries(WAYS)) {
		step(way, async () => {
			await ask(typed);
			await citizen.getByText(`没有找到「${typed}」`).waitFor();
			await citizen
				.getByRole('link', { name: /宅基地/ })
				.first()
				.waitFor();
			// What was typed is still there to be mended.
			expect(await citizen.getByLabel('关键词', { exact: true }).inputValue()).toBe(typed);
			await seenSound();
		});
	}

	step('narrows it by type and validity, and everything stays chosen on the way', async () => {
		await ask('宅基地');
		const form = citizen.locator('.search-form');
		await form.getByLabel('信息类型').selectOption({ label: '行政规范性文件' });
		await form.getByLabel('有效性').selectOption({ label: '有效' });
		await form.getByRole('button', { name: '搜索' }).click();
		await citizen.getByText(/共 \d+ 条信息相符/).waitFor();
		expect(await form.getByLabel('信息类型').inputValue()).toBe('normative');
		expect(await form.getByLabel('有效性').inputValue()).toBe('valid');
		expect(await citizen.getByRole('link', { name: /解读/ }).count()).toBe(0);
		await seenSound();
		await form.getByLabel('有效性').selectOption({ label: '已废止' });
		await form.getByRole('button', { name: '搜索' }).click();
		await citizen.getByRole('link', { name: /^\d+ 条信息$/ }).click();
		await citizen.getByText(/共 \d+ 条信息相符/).waitFor();
	});

	step('where nothing is found it is led to what is near, and to an application', async () => {
		await ask('望溪镇 量子计算机');
		await citizen.getByText('没有找到相符的信息').waitFor();
		await citizen.getByRole('link', { name: '只检索「望溪镇」' }).waitFor();
		await citizen.getByRole('heading', { name: '相关的机关、栏目和公开事项' }).waitFor();
		await seenSound();
		await citizen.getByRole('main').getByRole('link', { name: '申请公开' }).click();
		await citizen.waitForURL(/\/apply$/);
	});

	step('reading is counted once, by the script, and the page without it lacks nothing', async () => {
		await ask('宅基地');
		await citizen.locator('.results a').first().click();
		await citizen.waitForURL(/\/d\/\d+$/);
		path = new URL(citizen.url()).pathname;
		expect(await citizen.getByText('浏览次数').isVisible()).toBe(false);
		const reader = await site().visitor();
		// What a machine reads is not counted, and the browser of this test says that it is one.
		await reader.setExtraHTTPHeaders({ 'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0.0.0' });
		const figure = async () => {
			await reader.goto(path);
			const line = reader.locator('.document-line').getByText(/^浏览次数：\d+$/);
			await line.waitFor();
			return Number(/\d+/.exec(await line.innerText())?.[0]);
		};
		const first = await figure();
		expect(first).toBeGreaterThan(0);
		expect(await figure()).toBe(first);
		expect(await reader.context().cookies()).toEqual([]);
		await sound(reader);
	});

	step('the office sees what is read most, and how often each was', async () => {
		const officer = await signIn(site(), 'gongkaiban');
		await officer.goto('/workbench/documents');
		await officer.getByRole('link', { name: '浏览统计' }).click();
		await officer.getByRole('heading', { level: 1, name: '浏览统计' }).waitFor();
		await officer.getByRole('region', { name: '浏览最多的信息' }).getByRole('link').first().waitFor();
		await sound(officer);
		await officer.goto(`/workbench${path.replace('/d/', '/documents/')}`);
		await officer
			.getByText(/^\d+次$/)
			.first()
			.waitFor();
	});
});
