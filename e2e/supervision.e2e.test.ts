import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { seriousFaults } from './support/axe.ts';
import { signIn, told } from './support/desk.ts';
import { journey } from './support/journey.ts';

const LIST = '望溪镇栏目整改清单';

journey('the county finds, an office puts right', (step, site) => {
	let county: Page;
	let clerk: Page;
	let path = '';

	step('a round is run, a light opens to its findings and their proof', async () => {
		county = await signIn(site(), 'gongkaiban');
		await county.goto('/workbench/monitoring');
		await county.getByRole('button', { name: '立即监测' }).click();
		await told(county, /监测完成/);
		await county.getByRole('button', { name: '望溪镇' }).click();
		await county.getByRole('heading', { name: '望溪镇的问题' }).waitFor();
		const table = county.getByRole('region', { name: '监测发现的问题' });
		await table.getByRole('link', { name: '在网站查看' }).first().waitFor();
	});

	step('a finding opens to its rule and to the page as it was', async () => {
		const table = county.getByRole('region', { name: '监测发现的问题' });
		await table.getByRole('link', { name: '规则和快照' }).first().click();
		await county.getByRole('heading', { name: '证据' }).waitFor();
		await county.goBack();
		await county.getByRole('heading', { name: '望溪镇的问题' }).waitFor();
	});

	step('what nobody has in hand goes out as a list', async () => {
		await county.getByRole('button', { name: '全选未下发的' }).click();
		await county.getByRole('button', { name: /^下发整改清单/ }).click();
		const panel = county.getByRole('dialog', { name: '下发整改清单' });
		await panel.getByLabel('清单名称').fill(LIST);
		await panel.getByRole('button', { name: '下发', exact: true }).click();
		await county.getByRole('heading', { level: 1, name: LIST }).waitFor();
		path = new URL(county.url()).pathname;
	});

	step('the office sees it on its first screen and replies with proof', async () => {
		clerk = await signIn(site(), 'xinxi');
		await clerk.goto(path);
		const first = clerk.locator('section.sv-item').first();
		await first.getByRole('button', { name: '报送整改结果' }).click();
		const panel = clerk.getByRole('dialog', { name: '报送整改结果' });
		await panel.getByLabel('整改情况').fill('已经补充发布三条信息，并落实专人每月检查。');
		await panel
			.locator('input[type=file]')
			.setInputFiles({ name: '说明.txt', mimeType: 'text/plain', buffer: Buffer.from('已更新') });
		await panel.getByRole('button', { name: '报送', exact: true }).click();
		await told(clerk, '整改结果已报送。');
		await first.getByText('待复查').first().waitFor();
	});

	step('a word alone closes nothing; it is sent back with what is missing', async () => {
		await county.goto(path);
		const first = county.locator('section.sv-item').first();
		expect(await first.innerText()).toContain('暂不能「复查通过，销号」');
		await first.getByRole('button', { name: '退回继续整改' }).click();
		const dialog = county.getByRole('dialog', { name: '退回继续整改' });
		await dialog.getByRole('textbox').fill('栏目里仍没有看到新的信息。');
		await dialog.getByRole('button', { name: '退回继续整改' }).click();
		await first.getByText('待整改').first().waitFor();
	});

	step('the rule is asked again on the spot, and still sees it', async () => {
		const first = county.locator('section.sv-item').first();
		await first.getByRole('button', { name: '重新检查' }).click();
		await told(county, /仍然发现该问题/);
	});

	step('an office appeals against another matter, the county decides, and the circular can be taken', async () => {
		await clerk.goto(path);
		const second = clerk.locator('section.sv-item').nth(1);
		await second.getByRole('button', { name: '申诉' }).click();
		const panel = clerk.getByRole('dialog', { name: '申诉' });
		await panel.getByLabel('申诉理由').fill('本镇没有这项职责，已经在栏目里说明。');
		await panel.getByRole('button', { name: '提交申诉' }).click();
		await told(clerk, '申诉已提交。');
		await county.goto(path);
		const item = county.locator('section.sv-item').nth(1);
		await item.getByRole('button', { name: '申诉成立，撤销' }).click();
		const dialog = county.getByRole('dialog', { name: '申诉成立，撤销' });
		await dialog.getByRole('textbox').fill('情况属实，予以撤销。');
		await dialog.getByRole('button', { name: '申诉成立，撤销' }).click();
		await item.getByText('已撤销').first().waitFor();
		const download = county.waitForEvent('download');
		await county.getByRole('button', { name: '通报', exact: true }).click();
		expect((await download).suggestedFilename()).toContain('.docx');
	});

	step('the board counts it, and a figure opens to exactly the records it counts', async () => {
		await county.goto('/workbench/board');
		await county.getByRole('heading', { level: 1, name: '看板' }).waitFor();
		const missing = county.getByRole('link', { name: /^空缺\d+$/ });
		const count = Number((await missing.innerText()).replace('空缺', ''));
		await missing.click();
		await county.getByRole('heading', { level: 1, name: '法定事项空缺' }).waitFor();
		await county.getByText(`共${count}条`).waitFor();
		await county.getByText(`共 ${count} 条`).waitFor();
		expect(await seriousFaults(county)).toEqual([]);
		await county.getByRole('link', { name: '看板' }).first().click();
		await county.getByText('各月公开信息数据表').click();
		await county.getByRole('table', { name: '各月公开信息' }).getByRole('link').first().click();
		await county.getByRole('heading', { level: 1, name: '公开信息' }).waitFor();
	});

	step(
		'a complaint found true is in the hand of the office complained of, without anybody having issued it',
		async () => {
			await county.goto('/workbench/rectifications');
			await county.getByRole('link', { name: /^投诉举报HD\d+查实整改清单$/ }).click();
			await county
				.getByText(/经核查属实/)
				.first()
				.waitFor();
			await county.getByText('待整改').first().waitFor();
		},
	);
});
