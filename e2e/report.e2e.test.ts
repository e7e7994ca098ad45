import { readReport } from 'annual-report';
import mammoth from 'mammoth';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { saved, signIn, told } from './support/desk.ts';
import { journey } from './support/journey.ts';
import { YEAR } from './support/moment.ts';

const TITLE = `临澜县望溪镇人民政府${YEAR}年度报告`;
const SECTIONS = [
	'一、总体情况',
	'二、主动公开政府信息情况',
	'三、收到和处理政府信息公开申请情况',
	'四、政府信息公开行政复议、行政诉讼情况',
	'五、存在的主要问题及改进情况',
	'六、其他需要报告的事项',
];
/** Nineteen licences in three lines of the demo's register. */
const LICENCES = { address: 't2.license.decisions', figure: '19', lines: 3 };

journey("the township's report goes from the registers to the public", (step, site) => {
	let clerk: Page;
	let path = '';
	const openAs = async (login: string) => {
		const page = await signIn(site(), login);
		await page.goto(path);
		await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
		return page;
	};
	const move = async (page: Page, label: string) => {
		await page.getByRole('button', { name: label, exact: true }).click();
		await page.getByRole('dialog').getByRole('button', { name: label, exact: true }).click();
		await told(page, '已办理。');
	};
	const cell = (page: Page, address: string) => page.locator(`[id="cell-${address.replaceAll('.', '-')}"]`);

	step('the clerk opens the draft, and a figure opens to its records', async () => {
		clerk = await signIn(site(), 'xinxi');
		await clerk.goto('/workbench/reports');
		await clerk.getByRole('link', { name: `${YEAR}年度` }).click();
		await clerk.getByRole('heading', { level: 1, name: TITLE }).waitFor();
		path = new URL(clerk.url()).pathname;
		const licences = cell(clerk, LICENCES.address);
		expect(await licences.innerText()).toContain(LICENCES.figure);
		await licences.click();
		const panel = clerk.getByRole('dialog', { name: '数据来源' });
		await panel.getByRole('heading', { name: `明细（${LICENCES.lines}条）` }).waitFor();
		expect(await panel.getByText('农村宅基地批准').count()).toBe(2);
		await panel.getByRole('button', { name: '关闭' }).click();
	});

	step('a figure of table 3 opens to the applications it counts', async () => {
		const received = cell(clerk, 't3.new.natural');
		const count = Number(/\d+/.exec(await received.innerText())?.[0]);
		expect(count).toBeGreaterThan(0);
		await received.click();
		const panel = clerk.getByRole('dialog', { name: '数据来源' });
		await panel.getByRole('heading', { name: `明细（${count}条）` }).waitFor();
		expect(await panel.getByRole('region', { name: '数据明细' }).getByRole('link').count()).toBe(count);
		await panel.getByRole('button', { name: '关闭' }).click();
	});

	step('the audit says what it found and what it could not check', async () => {
		await clerk.getByRole('tab', { name: /问题/ }).click();
		await clerk.getByText(/^全部 \d+$/).waitFor();
		await clerk
			.getByText(/项未能核对|没有发现问题/)
			.first()
			.waitFor();
		expect(await clerk.getByText(/^错误 0$/).count()).toBe(1);
	});

	step('whoever compiled it cannot review it; the reviewer can', async () => {
		expect(await clerk.getByRole('button', { name: '审核通过' }).count()).toBe(0);
		await move(await openAs('shenhe'), '审核通过');
	});

	step('the leader signs it', async () => {
		const leader = await openAs('qianfa');
		await move(leader, '签发');
		await leader.getByRole('tab', { name: '流转' }).click();
		await leader.getByText(/^[0-9a-f]{64}$/).waitFor();
	});

	step('a licence entered after the signature does not move the signed figure', async () => {
		await clerk.goto(`/workbench/registers/license?year=${YEAR}`);
		await clerk.getByRole('button', { name: /登记$/ }).click();
		const panel = clerk.getByRole('dialog', { name: /^登记：/ });
		const day = panel.getByLabel('日期');
		await day.fill(`${YEAR}-12-30`);
		await day.press('Enter');
		await panel.getByLabel('数量').fill('5');
		await panel.getByLabel('事项名称').fill('乡村建设规划许可');
		await panel.getByRole('button', { name: '登记', exact: true }).click();
		await told(clerk, '已登记。');
		await clerk.goto(path);
		expect(await cell(clerk, LICENCES.address).innerText()).toContain(LICENCES.figure);
		await clerk.getByRole('tab', { name: '流转' }).click();
		const drift = clerk.getByRole('region', { name: '签发后的变化' });
		await drift.waitFor();
		expect(await drift.getByRole('row').last().innerText()).toMatch(/19\s+24/);
	});

	step('it is submitted, and accepted by the county', async () => {
		await move(clerk, '报送');
		await move(await openAs('gongkaiban'), '接收');
	});

	step('it is published, and stands on the portal with its six sections', async () => {
		const leader = await openAs('qianfa');
		await move(leader, '公开');
		const reader = await site().visitor({ javascript: false });
		const answer = await reader.goto(`/o/wangxi/reports/${YEAR}`);
		expect(answer?.status()).toBe(200);
		const headings = await reader.getByRole('heading', { level: 2 }).allInnerTexts();
		expect(headings.filter((heading) => SECTIONS.includes(heading))).toEqual(SECTIONS);
		const table2 = reader.locator(`[data-address="${LICENCES.address}"]`);
		expect(await table2.innerText()).toBe(LICENCES.figure);
		expect(await reader.locator('td[data-address^="t3."]').count()).toBeGreaterThan(170);
		expect(await reader.locator('td[data-address^="t4."]').count()).toBe(15);
		await reader.goto('/o/wangxi/reports');
		await reader
			.getByRole('link', { name: new RegExp(`${YEAR}年`) })
			.first()
			.waitFor();
	});

	step('the .docx on the portal has the merged cells and reads back to the same figures', async () => {
		const reader = await site().visitor({ javascript: false });
		await reader.goto(`/o/wangxi/reports/${YEAR}`);
		const bytes = await saved(reader, reader.getByRole('link', { name: /DOCX/ }));
		const { value: html } = await mammoth.convertToHtml({ buffer: bytes });
		expect(html).toMatch(/colspan="[2-9]"/);
		expect(html).toMatch(/rowspan="[2-9]"/);
		const read = await readReport(bytes, 'report.docx');
		expect(read.form).toBe('2021');
		expect(read.year).toBe(YEAR);
		const shown = await reader
			.locator('td[data-address]')
			.evaluateAll((cells) =>
				cells.map((one) => [one.getAttribute('data-address') ?? '', (one.textContent ?? '').trim()] as const),
			);
		expect(shown.length).toBeGreaterThan(190);
		const differing = shown.filter(
			([address, text]) => (read.cells[address]?.value ?? null) !== (text === '' ? null : Number(text)),
		);
		expect(differing).toEqual([]);
	});
});
