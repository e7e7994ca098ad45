import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { choose, signIn, told, typeDay } from './support/desk.ts';
import { journey } from './support/journey.ts';
import { PHONE } from './support/site.ts';

const TITLE = '关于莲塘村灌溉水渠清淤期间分段停水的通知';
const SENTENCE = '清淤期间莲塘村一组至三组每日上午停水，请提前蓄水。';
const SUMMARY = '告知莲塘村灌溉水渠清淤的停水时段和范围。';
const REASON = '停水安排有变，将另行通知';

journey('a document is written, reviewed, signed, published and withdrawn', (step, site) => {
	let clerk: Page;
	let reader: Page;
	let address = '';
	const workPath = () => new URL(clerk.url()).pathname.replace(/\/edit$/, '');
	const open = async (login: string, options?: Parameters<typeof signIn>[2]) => {
		const page = await signIn(site(), login, options);
		await page.goto(workPath());
		await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
		return page;
	};
	const found = async (words: string) => {
		await reader.goto(`/search?q=${encodeURIComponent(words)}`);
		return await reader.getByRole('main').getByRole('link', { name: TITLE }).count();
	};

	step('the clerk drafts: type, column, title, text and record', async () => {
		clerk = await signIn(site(), 'xinxi');
		reader = await site().visitor({ javascript: false });
		await clerk.goto('/workbench/documents/new');
		await choose(clerk, '信息类型', '通知公告');
		await clerk.getByRole('button', { name: '开始编写' }).click();
		await clerk.waitForURL(/\/edit$/);
		// The form before it asks for a title too, and stands until the editor is there.
		await clerk.getByRole('textbox', { name: '正文' }).waitFor();
		await clerk.getByLabel('标题', { exact: true }).fill(TITLE);
		await clerk.getByRole('textbox', { name: '正文' }).click();
		await clerk.keyboard.insertText(SENTENCE);
		await clerk.getByLabel('发文机关').fill('临澜县望溪镇人民政府');
		await typeDay(clerk, '成文日期', '2026-06-09');
		await clerk.getByLabel('责任机构').fill('农业农村综合服务中心');
		await clerk.getByRole('radio', { name: '主动公开' }).check();
		await clerk.getByLabel('内容概述').fill(SUMMARY);
		await clerk.getByRole('combobox', { name: '主题分类' }).click();
		await clerk.keyboard.press('Enter');
		await clerk.getByText(/^已于.*保存$/).waitFor();
	});

	step('nothing of it is public before it is signed', async () => {
		expect(await found('灌溉水渠清淤')).toBe(0);
		const answer = await reader.goto(`/d/${workPath().split('/').at(-1)}`);
		expect(answer?.status()).toBe(404);
	});

	step('the clerk hands it in, and cannot proofread what they wrote', async () => {
		await clerk.getByRole('button', { name: '检查并提交' }).click();
		await clerk.getByRole('button', { name: '提交校对' }).click();
		const own = clerk.getByRole('button', { name: '校对通过' });
		await own.waitFor();
		expect(await own.getAttribute('aria-disabled')).toBe('true');
		await clerk.getByText(/暂不能「校对通过」：您参与了本稿的起草，.*应当由另一人进行/).waitFor();
	});

	step('another person proofreads', async () => {
		const page = await open('shenhe');
		await page.getByRole('button', { name: '校对通过' }).click();
		const dialog = page.getByRole('dialog');
		await dialog.getByLabel('校对意见').fill('文字和日期已核对');
		await dialog.getByRole('button', { name: '校对通过' }).click();
		await told(page, '校对通过，已送保密审查。');
	});

	step('the secrecy reviewer answers the whole sheet', async () => {
		const page = await open('baomi');
		await page.getByRole('button', { name: '填写保密审查表' }).click();
		const sheet = page.getByRole('dialog', { name: '保密审查表' });
		await sheet.getByRole('radio', { name: /^同意/ }).check();
		await sheet.getByRole('button', { name: '提交审查结论' }).click();
		await sheet.getByText('请选择「否」或者「是」。').first().waitFor();
		for (const answer of await sheet.getByRole('radio', { name: '否', exact: true }).all()) await answer.check();
		await sheet.getByRole('button', { name: '提交审查结论' }).click();
		await told(page, '保密审查通过，已送签发。');
	});

	step('the leader signs on a phone, and it is published', async () => {
		const page = await open('qianfa', { viewport: PHONE });
		await page.getByRole('button', { name: '签发', exact: true }).click();
		const panel = page.getByRole('dialog', { name: '签发' });
		await panel.getByText('文字和日期已核对').waitFor();
		await panel.getByRole('button', { name: '签发', exact: true }).click();
		await told(page, /已签发并公开，索引号/);
		address = (await page.getByRole('link', { name: '在网站查看' }).getAttribute('href')) ?? '';
		expect(address).toMatch(/^\/d\/\d+$/);
	});

	step('it stands on the portal with its index number and its record', async () => {
		const answer = await reader.goto(address);
		expect(answer?.status()).toBe(200);
		await reader.getByRole('heading', { level: 1, name: TITLE }).waitFor();
		const text = await reader.getByRole('main').innerText();
		for (const words of [SENTENCE, SUMMARY, '临澜县望溪镇人民政府', '2026-06-09', '2026-06-10', '主动公开', '有效'])
			expect(text).toContain(words);
		expect(text).toMatch(/索引号\s*[0-9A-Z]{6,}[-/0-9A-Z]*2026[-/0-9A-Z]*\d/);
	});

	step('the search of the portal finds it by words in its text', async () => {
		await expect.poll(() => found('灌溉水渠清淤'), { timeout: 10_000 }).toBe(1);
		expect(await found('提前蓄水')).toBe(1);
		expect(await found('火星移民')).toBe(0);
	});

	step('it lasts over a restart, and so does the session', async () => {
		await site().restart();
		expect((await reader.goto(address))?.status()).toBe(200);
		await clerk.reload();
		await clerk.getByText('已公开').first().waitFor();
	});

	step('a withdrawal wants a reason', async () => {
		await clerk.getByRole('button', { name: /撤下/ }).click();
		const dialog = clerk.getByRole('dialog');
		await dialog.getByRole('button', { name: /撤下/ }).click();
		await dialog.getByText(/请填写撤下的理由/).waitFor();
		await dialog.getByRole('textbox').fill(REASON);
		await dialog.getByRole('button', { name: /撤下/ }).click();
		await told(clerk, '已从网站撤下。');
	});

	step('its address says when and why, and nothing of what it was', async () => {
		const answer = await reader.goto(address);
		expect(answer?.status()).toBe(410);
		const source = await reader.content();
		expect(source).toContain(REASON);
		for (const words of [TITLE, '水渠', '蓄水', '综合服务中心']) expect(source).not.toContain(words);
		await expect.poll(() => found('灌溉水渠清淤'), { timeout: 10_000 }).toBe(0);
	});
});
