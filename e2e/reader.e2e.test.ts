import { readFileSync } from 'node:fs';
import { renderHtml } from 'annual-report/render';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { cleanReport, printed } from '../annual-report/fixtures/audit/base.setup.ts';
import { signIn } from './support/desk.ts';
import { journey } from './support/journey.ts';

const FOLDER = 'annual-report/fixtures/read';
const fixture = (name: string) => ({ name, mimeType: 'text/plain', buffer: readFileSync(`${FOLDER}/${name}`) });

/** A whole report of the form of 2021, in which one review makes four: 1 + 0 + 0 + 0 = 4. */
function faulty() {
	const report = cleanReport('2021');
	const cells = { ...report.cells, 't4.review.total': printed(4) };
	const buffer = Buffer.from(renderHtml({ ...report, cells }, { page: true }));
	return { name: '年报.html', mimeType: 'text/html', buffer };
}

journey('reports from elsewhere are read in the workbench', (step, site) => {
	let clerk: Page;
	const read = async (...files: { name: string; mimeType: string; buffer: Buffer }[]) => {
		await clerk.goto('/workbench/outside-reports');
		await clerk.locator('input[type=file]').setInputFiles(files);
		await clerk.getByRole('button', { name: /^读取(\d+个文件)?$/ }).click();
	};
	const sought = () => clerk.getByRole('region', { name: '原文' }).locator('[aria-current=location]');

	step('the form is recognised by its content, not by its name', async () => {
		clerk = await signIn(site(), 'xinxi');
		await read({ ...fixture('twin-2014.txt'), name: '扫描件.txt' });
		await clerk.getByText(/2016年度.*2014年格式/).waitFor();
	});

	step('a finding of the twin of 2014 leads to its place in the text', async () => {
		const first = clerk.locator('.gk-findings > li').filter({ hasText: '未收' }).first();
		const finding = (await first.count()) > 0 ? first : clerk.locator('.gk-findings > li').first();
		await finding.getByRole('button', { name: '查看位置' }).click();
		await sought().waitFor();
		expect((await sought().innerText()).trim()).not.toBe('');
	});

	step('an arithmetic fault is found, and a cell is shown where it stands', async () => {
		await read(faulty());
		await clerk.getByText(/年度.*2021年格式/).waitFor();
		const finding = clerk.getByRole('listitem').filter({ hasText: /相加为1，总计填报4/ });
		await finding.getByRole('button', { name: '查看位置' }).click();
		await sought().waitFor();
		expect(await sought().innerText()).toContain('4');
		await clerk.getByRole('tab', { name: '表格' }).click();
		const total = clerk.locator('[id="cell-t4-review-total"]');
		expect(await total.innerText()).toContain('4');
		await total.click();
		expect(await total.getAttribute('aria-pressed')).toBe('true');
		await sought().waitFor();
	});

	step('several files at once are read together and listed', async () => {
		await read(fixture('twin-old-outline.txt'), fixture('twin-wrapped-lines.txt'));
		await clerk.getByText('已处理2个文件。').waitFor();
		const list = clerk.getByRole('region', { name: '读取过的报告' });
		await list.getByRole('link', { name: 'twin-old-outline.txt' }).waitFor();
		expect(await list.getByRole('link').count()).toBeGreaterThanOrEqual(4);
	});

	step('a renamed program is refused in one sentence', async () => {
		const program = Buffer.concat([Buffer.from('MZ\x90\x00\x03\x00\x00\x00'), Buffer.alloc(4096, 7)]);
		await read({ name: '年报.docx', mimeType: 'application/octet-stream', buffer: program });
		const refusal = clerk.getByRole('alert').filter({ hasText: /。/ }).first();
		await refusal.waitFor();
		expect((await refusal.innerText()).trim()).toMatch(/^[^。\n]+。$/);
	});

	step('an empty file is refused before it is sent', async () => {
		await clerk.goto('/workbench/outside-reports');
		await clerk
			.locator('input[type=file]')
			.setInputFiles({ name: '空.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) });
		await clerk.getByText('「空.txt」是空文件，请核对后重新选择。').waitFor();
		expect(await clerk.getByRole('button', { name: '读取', exact: true }).isDisabled()).toBe(true);
	});
});
