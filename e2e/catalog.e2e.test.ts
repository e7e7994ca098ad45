import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { choose, signIn, told } from './support/desk.ts';
import { journey } from './support/journey.ts';

journey('the county keeps the catalog, the office its guide', (step, site) => {
	let county: Page;
	let leader: Page;
	const panel = () => county.getByRole('dialog');

	step('a column without a name, an address or a type is told so beside each', async () => {
		county = await signIn(site(), 'gongkaiban');
		await county.goto('/workbench/catalog');
		await county.getByRole('combobox', { name: '机关' }).click();
		await county.locator('.ant-select-dropdown:visible').getByText('临澜县望溪镇人民政府').click();
		await county.getByText('惠民惠农补贴').first().waitFor();
		await county.getByRole('button', { name: '新增栏目' }).click();
		await panel().getByRole('button', { name: '新增', exact: true }).click();
		await panel().getByText('请填写栏目名称').waitFor();
		await panel().getByText('请填写栏目标识').waitFor();
		await panel().getByText('请选择规定的栏目类型').waitFor();
	});

	step('it is made, and stands in the choice of those who draft', async () => {
		await panel().getByLabel('栏目名称').fill('防汛抗旱');
		await panel().getByLabel('栏目标识').fill('flood');
		await panel().getByText('请填写栏目标识').waitFor({ state: 'detached' });
		await choose(panel(), '页面类型', '政策文件');
		await panel().getByLabel('更新要求').fill('90');
		await panel().getByRole('button', { name: '新增', exact: true }).click();
		await told(county, '栏目已新增。');
		await county.getByText('至少每90天更新一次').waitFor();
		const clerk = await signIn(site(), 'xinxi');
		await clerk.goto('/workbench/documents/new');
		await clerk.getByRole('combobox', { name: '栏目' }).fill('防汛抗旱');
		await clerk.locator('.ant-select-dropdown:visible').getByText('防汛抗旱', { exact: true }).click();
	});

	step('the names of uniform columns cannot be changed', async () => {
		await county.getByRole('button', { name: '修改栏目：政府信息公开指南' }).click();
		expect(await panel().getByLabel('栏目名称').isDisabled()).toBe(true);
		await panel().getByRole('button', { name: '取消' }).click();
	});

	step('what an office has nothing for is said with a reason, and shown on the portal', async () => {
		await county.getByRole('button', { name: '修改栏目：法规规章和规范性文件' }).click();
		await panel().getByRole('checkbox', { name: '本机关无此类信息' }).check();
		await panel().getByRole('button', { name: '保存' }).click();
		await panel().getByText('请说明本机关为什么没有此类信息。').waitFor();
		await panel().getByLabel('说明', { exact: true }).fill('本镇没有制定过规范性文件。');
		await panel().getByRole('button', { name: '保存' }).click();
		await told(county, '栏目已修改。');
		const reader = await site().visitor({ javascript: false });
		await reader.goto('/o/wangxi/c/a20-01');
		await reader.getByText('本镇没有制定过规范性文件。').waitFor();
	});

	step('a guide that lacks what 条例第十二条 wants is not published', async () => {
		leader = await signIn(site(), 'qianfa');
		await leader.goto('/workbench/guide');
		await leader.getByLabel('传真号码').fill('');
		await leader.getByLabel('联系电话').fill('12');
		await leader.getByText(/^已于.*保存$/).waitFor();
		await leader.getByRole('button', { name: '发布新版' }).click();
		await leader.locator('.ant-form-item-explain').getByText('请填写传真号码（条例第十二条）。').waitFor();
		await leader.getByText('发布前还需补充2处内容').waitFor();
	});

	step('it is published once it is whole, and stands on the portal', async () => {
		await leader.getByLabel('传真号码').fill('无');
		await leader.getByLabel('联系电话').fill('0999-7731999');
		await leader.getByRole('button', { name: '发布新版' }).click();
		await told(leader, /^公开指南第\d+版已发布。$/);
		const reader = await site().visitor({ javascript: false });
		await reader.goto('/o/wangxi/guide');
		await reader.getByText('0999-7731999').first().waitFor();
	});

	step('the same text is not published twice', async () => {
		await leader.getByRole('button', { name: '发布新版' }).click();
		await leader.getByRole('dialog', { name: '公开指南与已发布的版本相同，无需再次发布。' }).waitFor();
	});

	step('those who only read see the guide without a form', async () => {
		const reviewer = await signIn(site(), 'shenhe');
		await reviewer.goto('/workbench/guide');
		await reviewer.getByText('0999-7731999').waitFor();
		expect(await reviewer.getByRole('textbox').count()).toBe(0);
		await reviewer.goto('/workbench/catalog');
		await reviewer.getByRole('link', { name: '政府集中采购' }).waitFor();
		expect(await reviewer.getByRole('button', { name: /修改栏目/ }).count()).toBe(0);
	});
});
