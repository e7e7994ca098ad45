import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { seriousFaults } from './support/axe.ts';
import { saved, signIn, textOf, told } from './support/desk.ts';
import { journey } from './support/journey.ts';
import { NOW } from './support/moment.ts';

const TITLE = '新进信息员条例测试';
const day = (after: number) =>
	new Date(new Date(NOW).getTime() + after * 86_400_000).toLocaleDateString('en-CA', { timeZone: 'Asia/Shanghai' });

journey('the county sets an exam, a clerk takes it, both see the result', (step, site) => {
	let county: Page;
	let clerk: Page;
	let path = '';

	step('an exam is drawn from the bank and announced', async () => {
		county = await signIn(site(), 'gongkaiban');
		await county.goto('/workbench/exams/new');
		await county.getByLabel('名称').fill(TITLE);
		for (const [label, text] of [
			['开始时间', `${day(-1)} 08:00`],
			['结束时间', `${day(3)} 18:00`],
		] as const) {
			const input = county.getByLabel(label);
			await input.fill(text);
			await input.press('Enter');
		}
		await county.getByRole('button', { name: '删去第2项' }).click();
		const counts = county.getByLabel('题数');
		await counts.nth(0).fill('2');
		await counts.nth(1).fill('1');
		expect(await seriousFaults(county)).toEqual([]);
		await county.getByRole('button', { name: /保\s*存/ }).click();
		await county.getByRole('heading', { level: 1, name: TITLE }).waitFor();
		path = new URL(county.url()).pathname;
		await county.getByRole('button', { name: '发布考试' }).click();
		await county.getByRole('dialog').getByRole('button', { name: '发布考试' }).click();
		await told(county, '已办理。');
	});

	step('the clerk finds it on the first screen and begins', async () => {
		clerk = await signIn(site(), 'xinxi');
		await clerk.getByRole('link', { name: TITLE }).first().click();
		await clerk.getByRole('button', { name: '开始答题' }).click();
		await clerk.getByRole('button', { name: '交卷' }).waitFor();
		expect(await clerk.locator('fieldset').count()).toBe(3);
		await clerk.locator('fieldset').first().getByRole('radio').first().check();
		await clerk.getByRole('status').getByText('已保存').waitFor();
		expect(await seriousFaults(clerk)).toEqual([]);
	});

	step('the browser is killed, and goes on where it was', async () => {
		await clerk.context().close();
		clerk = await signIn(site(), 'xinxi');
		await clerk.goto(path);
		await clerk.getByRole('button', { name: '继续答题' }).click();
		await clerk.getByText('已答 1／3').waitFor();
		expect(await clerk.locator('fieldset').first().getByRole('radio').first().isChecked()).toBe(true);
	});

	step('it is handed in and marked at once, and the answers stay sealed', async () => {
		for (const at of [1, 2]) await clerk.locator('fieldset').nth(at).getByRole('radio').first().check();
		await clerk.getByRole('button', { name: '交卷' }).click();
		await clerk.getByRole('dialog').getByRole('button', { name: '确认交卷' }).click();
		await clerk.getByText(/成绩[\d.]+分/).waitFor();
		expect(await textOf(clerk)).not.toContain('答案和解析');
	});

	step('the county sees who has taken it, and which article is known worst', async () => {
		await county.reload();
		await county.getByRole('heading', { name: '薄弱条款' }).waitFor();
		const rows = county.getByRole('region', { name: '各机关成绩' }).or(county.locator('[aria-label="各机关成绩"]'));
		expect(await rows.first().innerText()).toContain('1／');
	});

	step('the roster is printed', async () => {
		await clerk.goto('/workbench/posts');
		const paper = await saved(clerk, clerk.getByRole('button', { name: '打印名册' }));
		expect(paper.subarray(0, 2).toString()).toBe('PK');
	});
});
