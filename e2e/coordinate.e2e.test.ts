import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { overflow, seriousFaults } from './support/axe.ts';
import { choose, signIn, told } from './support/desk.ts';
import { journey } from './support/journey.ts';
import { PHONE } from './support/site.ts';

const TITLE = '关于水毁农田修复补助发放安排的通告';
const QUESTION = '通告里的发放时间与贵镇是否一致，请确认。';
const OPINION = '我镇发放时间为下月中旬，请核对后统一。';

journey('an office asks another before it publishes, and hears an objection', (step, site) => {
	let clerk: Page;
	let other: Page;
	const panel = () => clerk.locator('section.gk-panel', { hasText: '来源、协商与批准' });

	step('the clerk sees who has confirmed and who has not, and asks one more office', async () => {
		clerk = await signIn(site(), 'xinxi');
		await clerk.goto('/workbench/documents?state=draft');
		await clerk.getByRole('link', { name: TITLE }).click();
		await clerk.getByRole('link', { name: '继续编写' }).waitFor();
		await panel().getByText('澜州市农业保险服务中心尚未确认').waitFor();
		await panel().getByText('标准和资金来源无误。').waitFor();
		await panel().getByRole('button', { name: '征求其他机关意见' }).click();
		const dialog = clerk.getByRole('dialog', { name: '征求其他机关意见' });
		await dialog.getByLabel('需要确认的内容').fill(QUESTION);
		await dialog.getByRole('button', { name: '发出' }).click();
		await dialog.getByText('请选择或者填写要征求意见的机关。').waitFor();
		await choose(clerk, '本县机关', '临澜县石埠镇人民政府');
		await dialog.getByRole('button', { name: '发出' }).click();
		await told(clerk, '已发出。');
		await panel().getByText(QUESTION).waitFor();
	});

	step(
		'the other office finds it on its first screen, reads the text on a phone, and nothing else of the draft',
		async () => {
			other = await signIn(site(), 'shibu-xinxi', { viewport: PHONE });
			await other.getByRole('link', { name: TITLE }).first().click();
			await other.getByRole('heading', { level: 1, name: TITLE }).waitFor();
			await other.getByText(QUESTION).waitFor();
			await other.frameLocator('iframe').getByText('按每亩三百元补助').waitFor();
			expect(await seriousFaults(other)).toEqual([]);
			expect(await overflow(other)).toBeLessThanOrEqual(0);
			const path = new URL(clerk.url()).pathname;
			await other.goto(path);
			expect(await other.getByText('按每亩三百元补助').count()).toBe(0);
			await other.goBack();
		},
	);

	step('it objects: without words it is asked which, with words it is told', async () => {
		await other.getByRole('radio', { name: '有意见' }).check();
		await other.getByRole('button', { name: '提交答复' }).click();
		await other.getByText('请写明意见（至少5个字）。').waitFor();
		await other.getByLabel('意见', { exact: true }).fill(OPINION);
		await other.getByRole('button', { name: '提交答复' }).click();
		await told(other, '已答复。');
		expect(await other.getByRole('button', { name: '提交答复' }).count()).toBe(0);
	});

	step('the asking office reads the objection, and enters what a body outside wrote', async () => {
		await clerk.reload();
		await panel().getByText(OPINION).waitFor();
		await panel().getByRole('button', { name: '登记答复' }).click();
		const dialog = clerk.getByRole('dialog', { name: /登记.*的答复/ });
		await dialog.getByRole('radio', { name: '确认无误' }).check();
		await dialog.getByLabel('复函文号或者答复人').fill('澜农险函〔2026〕2号');
		await dialog.getByRole('button', { name: '登记', exact: true }).click();
		await told(clerk, '已登记答复。');
		await panel().getByText('澜农险函〔2026〕2号').waitFor();
		// The approval it said it needs is still to come.
		await panel().getByText('请先登记批准机关、批准日期和批准文号').waitFor();
		expect(await seriousFaults(clerk)).toEqual([]);
	});
});
