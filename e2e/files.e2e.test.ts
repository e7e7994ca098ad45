import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { overflow, seriousFaults } from './support/axe.ts';
import { saved, signIn } from './support/desk.ts';
import { journey } from './support/journey.ts';
import { PHONE } from './support/site.ts';

const MOBILE = '13900000009';

journey('documents of an old site come in from a file', (step, site) => {
	let officer: Page;

	step('the county office uploads it and reads what would become of each', async () => {
		officer = await signIn(site(), 'gongkaiban');
		await officer.goto('/workbench/documents');
		await officer.getByRole('link', { name: '批量导入' }).click();
		await officer.getByRole('heading', { level: 1, name: '批量导入' }).waitFor();
		await officer.getByRole('button', { name: '上传文件' }).click();
		const panel = officer.getByRole('dialog', { name: '上传导入文件' });
		await panel.getByRole('button', { name: '上传并检查' }).click();
		await panel.getByText('请选择要导入的文件').first().waitFor();
		const rows = [
			{ id: 1, title: '关于渡口停航的通告', date: '2015-06-01', html: '因检修停航。', office: '望溪镇' },
			{ id: 2, title: '关于补贴的通告', date: '2015-06-02', html: `请拨打${MOBILE}。`, office: '望溪镇' },
			{ id: 3, title: '', date: '2015-06-03', html: '没有标题。', office: '望溪镇' },
		];
		await panel.locator('input[type=file]').setInputFiles({
			name: '旧站.jsonl',
			mimeType: 'application/json',
			buffer: Buffer.from(rows.map((row) => JSON.stringify(row)).join('\n')),
		});
		await panel.getByLabel('没有写明栏目').fill('通知公告');
		await panel.getByRole('button', { name: '上传并检查' }).click();
		await officer.getByText('检查了3条，还没有写入。').waitFor();
		await officer.getByText('没有标题。').first().waitFor();
		expect(await seriousFaults(officer)).toEqual([]);
		const report = await saved(officer, officer.getByRole('button', { name: '下载检查结果' }));
		expect(report.toString('utf8')).toContain('没有标题');
		expect(report.toString('utf8')).not.toContain(MOBILE);
	});

	step('takes it in: one is public, one waits as a draft, one is told', async () => {
		await officer.getByRole('button', { name: '开始导入' }).click();
		await officer.getByRole('dialog').getByRole('button', { name: '开始导入' }).click();
		await officer.getByText('已公开 1 条，拟稿 1 条，未导入 1 条').first().waitFor({ timeout: 30_000 });
		expect(await seriousFaults(officer)).toEqual([]);
		await officer.setViewportSize(PHONE);
		expect(await overflow(officer)).toBeLessThanOrEqual(0);
		const reader = await site().visitor();
		await reader.goto('/search?q=渡口停航');
		await reader.getByRole('link', { name: '关于渡口停航的通告' }).waitFor();
	});
});

journey('a list with telephone numbers is shown without them', (step, site) => {
	let clerk: Page;

	step('the clerk makes its masked copy with one button', async () => {
		clerk = await signIn(site(), 'xinxi');
		await clerk.goto('/workbench/documents?state=draft');
		await clerk.getByRole('link', { name: /临时救助名单/ }).click();
		await clerk.getByRole('button', { name: /一键隐去「临时救助名单.xlsx」/ }).click();
		await clerk.getByRole('button', { name: '制作', exact: true }).click();
		await clerk.getByText('已制作「临时救助名单（隐去个人信息）.xlsx」').waitFor({ timeout: 60_000 });
		await clerk.getByRole('heading', { name: '内部留存的原件（不公开）' }).waitFor();
		expect(await clerk.getByRole('button', { name: /一键隐去「/ }).count()).toBe(0);
		expect(await seriousFaults(clerk)).toEqual([]);
	});

	step('a table beside a public text is read on the page, without script, on a telephone', async () => {
		const reader = await site().visitor();
		await reader.setViewportSize(PHONE);
		await reader.goto('/search?q=水渠清淤');
		await reader
			.getByRole('link', { name: /水渠清淤项目安排/ })
			.first()
			.click();
		await reader.getByRole('link', { name: '预览水渠清淤项目安排表.xlsx' }).click();
		await reader.getByRole('cell', { name: '完成日期' }).waitFor();
		expect(await overflow(reader)).toBeLessThanOrEqual(0);
		expect(await seriousFaults(reader)).toEqual([]);
	});
});
