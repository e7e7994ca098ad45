import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { overflow, seriousFaults } from './support/axe.ts';
import { signIn, told } from './support/desk.ts';
import { journey } from './support/journey.ts';
import { PHONE } from './support/site.ts';

const MATTER = '没有公开集市摊位收费标准';
const NAME = '苇塘渔业合作社';

journey('a review over what was never published: registered, judged, done, and counted in table 4', (step, site) => {
	let clerk: Page;
	let address = '';

	step('the clerk is led from the register to the form; what is missing stands beside its field', async () => {
		clerk = await signIn(site(), 'xinxi');
		await clerk.goto('/workbench/remedies');
		await clerk.getByRole('button', { name: '登记案件' }).click();
		await clerk.getByText('其他事项', { exact: true }).click();
		await clerk.getByLabel('姓名或者名称').fill(NAME);
		await clerk.getByRole('button', { name: '登记', exact: true }).click();
		await clerk.getByText('请写明争议的事项，不写姓名。').waitFor();
		await clerk.getByText('请填写行政复议机关或者人民法院。').first().waitFor();
		expect(await clerk.getByLabel('姓名或者名称').inputValue()).toBe(NAME);
		expect(await seriousFaults(clerk)).toEqual([]);
	});

	step('it is registered, and nobody’s name stands on its page until it is asked for', async () => {
		await clerk.getByLabel('争议的事项').fill(MATTER);
		await clerk.getByLabel('行政复议机关').fill('临澜县人民政府');
		await clerk.getByLabel('案号').fill('临复〔2026〕9号');
		await clerk.getByRole('button', { name: '登记', exact: true }).click();
		await clerk.getByRole('heading', { name: MATTER }).waitFor();
		address = clerk.url();
		expect(await clerk.getByText(NAME).count()).toBe(0);
		await clerk.getByRole('button', { name: '查看姓名或者名称' }).click();
		const dialog = clerk.getByRole('dialog', { name: '查看姓名或者名称' });
		await dialog.getByLabel('查看事由').fill('准备行政复议答复');
		await dialog.getByRole('button', { name: '查看', exact: true }).click();
		await clerk.getByText(NAME).waitFor();
	});

	step('the result orders the office to publish, within days', async () => {
		await clerk.getByRole('button', { name: '登记结果' }).click();
		const panel = clerk.getByRole('dialog', { name: '登记结果' });
		await panel.getByText('结果纠正', { exact: true }).click();
		await panel.getByRole('combobox', { name: '责令履行' }).click();
		await clerk.locator('.ant-select-dropdown:visible').getByText('公开信息', { exact: true }).click();
		await panel.getByLabel('履行期限').fill('10');
		await panel.getByRole('button', { name: '登记结果' }).click();
		await told(clerk, '已登记。');
		await clerk.getByText('待履行', { exact: true }).waitFor();
	});

	step('it waits on the first screen', async () => {
		await clerk.goto('/workbench/');
		await clerk.getByText(MATTER).first().waitFor();
		await clerk.getByText('待按决定、判决公开').first().waitFor();
	});

	step('and is done when the clerk says how', async () => {
		await clerk.goto(address);
		await clerk.getByRole('button', { name: '登记履行情况' }).click();
		const panel = clerk.getByRole('dialog', { name: '登记履行情况' });
		await panel.getByLabel('履行情况').fill('已在收费公示栏公开');
		await panel.getByRole('button', { name: '登记履行情况' }).click();
		await told(clerk, '已登记。');
		await clerk.getByText('已审结', { exact: true }).waitFor();
	});

	step('the register finds it for the year, without a name, also on a phone', async () => {
		await clerk.goto('/workbench/remedies?year=2026');
		await clerk.getByRole('link', { name: MATTER }).waitFor();
		expect(await clerk.getByText(NAME).count()).toBe(0);
		expect(await seriousFaults(clerk)).toEqual([]);
		await clerk.setViewportSize(PHONE);
		await clerk.getByRole('link', { name: MATTER }).waitFor();
		expect(await overflow(clerk)).toBe(0);
	});
});
