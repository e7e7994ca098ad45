import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { overflow, seriousFaults } from './support/axe.ts';
import { choose, signIn, told } from './support/desk.ts';
import { journey } from './support/journey.ts';

const TITLE = '春季政务公开专项考核';
const FACT = '抽查通知公告栏目，两条信息的附件打不开。';

journey('a round, a deduction, an appeal, a result for everybody', (step, site) => {
	let county: Page;
	let round = '';

	step('the county fixes a tree; a weight that does not add up is refused beside its row', async () => {
		county = await signIn(site(), 'gongkaiban');
		await county.goto('/workbench/evaluation');
		await county.getByRole('button', { name: '新建指标体系' }).click();
		const panel = county.getByRole('dialog', { name: '新建指标体系' });
		await panel.getByRole('button', { name: /^新\s*建$/ }).click();
		await county.getByRole('heading', { level: 1, name: /年政务公开考核指标/ }).waitFor();
		const change = async (points: string) => {
			await county.getByRole('button', { name: '1.3 公开内容规范' }).click();
			const row = county.getByRole('dialog', { name: '修改指标' });
			await row.getByLabel('分值').fill(points);
			await row.getByRole('button', { name: /^确\s*定$/ }).click();
			await row.waitFor({ state: 'hidden' });
			await county.getByRole('button', { name: /^固\s*定$/ }).click();
			const dialog = county.getByRole('dialog', { name: '固定指标体系' });
			await dialog.getByRole('button', { name: /^固\s*定$/ }).click();
			await dialog.waitFor({ state: 'hidden' });
		};
		await change('12');
		await county.getByText('下级指标分值合计42，与本类别的40不符。').waitFor();
		await change('10');
		await county.getByText('已固定').first().waitFor();
	});

	step('organises a round and has the automatic indicators counted', async () => {
		await county.goto('/workbench/evaluation');
		await county.getByRole('button', { name: '组织考核' }).click();
		const panel = county.getByRole('dialog', { name: '组织考核' });
		await panel.getByLabel('考核名称').fill(TITLE);
		await panel.getByText('全部乡镇（街道）').click();
		await choose(panel, '第三方评估员', '尤鉴衡');
		await county.keyboard.press('Escape');
		await panel.getByRole('button', { name: /^保\s*存$/ }).click();
		await county.getByRole('heading', { level: 1, name: TITLE }).waitFor();
		round = new URL(county.url()).pathname;
		await county.getByRole('button', { name: '开始评估' }).click();
		await county.getByRole('dialog', { name: '开始评估' }).getByRole('button', { name: '开始评估' }).click();
		await county.getByRole('button', { name: '自动取数' }).click();
		await told(county, /取到\d+个问题/);
	});

	step('somebody from outside sees this round, and records what they saw', async () => {
		const evaluator = await signIn(site(), 'pinggu');
		expect(await evaluator.getByRole('navigation').first().innerText()).not.toContain('依申请');
		await evaluator.goto(round);
		await evaluator.getByRole('link', { name: '望溪镇' }).click();
		await evaluator.getByRole('button', { name: '记录扣分' }).click();
		const panel = evaluator.getByRole('dialog', { name: '记录扣分' });
		await choose(panel, '指标', '1.3 公开内容规范');
		await panel.getByLabel('问题个数').fill('2');
		await panel.getByLabel('网址').fill('https://www.linlan.example/o/wangxi');
		await panel.getByLabel('看到的内容').fill(FACT);
		await panel.getByRole('button', { name: /^记\s*录$/ }).click();
		await told(evaluator, '已记录。');
		await evaluator.getByText(FACT).waitFor();
	});

	step('the office appeals with a reason, on a phone', async () => {
		await county.goto(round);
		await county.getByRole('button', { name: '反馈扣分，开始申诉' }).click();
		const panel = county.getByRole('dialog', { name: '反馈扣分，开始申诉' });
		await panel.getByRole('button', { name: /^确\s*定$/ }).click();
		await told(county, '已办理。');
		const clerk = await signIn(site(), 'xinxi', { viewport: { width: 390, height: 844 } });
		await clerk.goto(round);
		await clerk.getByRole('link', { name: '望溪镇' }).click();
		const card = clerk.locator('article.ev-card', { hasText: FACT });
		expect(await overflow(clerk)).toBe(0);
		await card.getByRole('button', { name: /^申\s*诉$/ }).click();
		const dialog = clerk.getByRole('dialog', { name: '申诉' });
		await dialog.getByLabel('申诉理由').fill('其中一条的附件当天已经修复，可以下载。');
		await dialog.getByRole('button', { name: '提交申诉' }).click();
		await told(clerk, '申诉已提交。');
		expect(await seriousFaults(clerk)).toEqual([]);
	});

	step('the county decides; the result of last year stands on the portal', async () => {
		await county.goto(round);
		await county.getByRole('link', { name: '望溪镇' }).click();
		const card = county.locator('article.ev-card', { hasText: FACT });
		await card.getByRole('button', { name: '成立，调整分数' }).click();
		const panel = county.getByRole('dialog', { name: '申诉成立，调整分数' });
		await panel.getByLabel('调整后的扣分').fill('1');
		await panel.getByLabel('理由').fill('经核实一条附件确已修复。');
		await panel.getByRole('button', { name: /^确\s*定$/ }).click();
		await card.getByText('申诉后调整').waitFor();
		await county.goto(round);
		// The office may still appeal the others until its day.
		await county.getByText(/暂不能「确定结果」：申诉期至/).waitFor();
		const citizen = await site().visitor({ javascript: false });
		await citizen.goto('/evaluation');
		await citizen
			.getByRole('link', { name: /年政务公开考核结果/ })
			.first()
			.click();
		const text = await citizen.getByRole('main').innerText();
		for (const part of ['望溪镇', '等次', '主动公开']) expect(text).toContain(part);
		expect(text).not.toContain(FACT);
	});

	step('after the last day the county fixes the result, which says that nothing was written into it', async () => {
		site().turnTo('2026-07-01');
		county = await signIn(site(), 'gongkaiban');
		await county.goto(round);
		const citizen = await site().visitor({ javascript: false });
		expect((await citizen.goto('/evaluation/2026'))?.status()).toBe(404);
		await county.getByRole('button', { name: '确定结果' }).click();
		await county.getByRole('dialog').getByRole('button', { name: '确定结果' }).click();
		await told(county, '已办理。');
		// Fixed is not published.
		expect((await citizen.goto('/evaluation/2026'))?.status()).toBe(404);
		await county.getByRole('button', { name: '公布结果' }).click();
		await county.getByRole('dialog').getByRole('button', { name: '公布结果' }).click();
		await told(county, '已办理。');
		expect(await seriousFaults(county)).toEqual([]);
	});

	step('and everybody reads scores and grades, on a phone without script, and never what was found', async () => {
		const citizen = await site().visitor({ javascript: false, viewport: { width: 390, height: 844 } });
		await citizen.goto('/evaluation/2026');
		expect(await overflow(citizen)).toBe(0);
		const text = await citizen.getByRole('main').innerText();
		for (const part of [TITLE, '望溪镇', '等次']) expect(text).toContain(part);
		for (const hidden of [FACT, '附件当天已经修复', '尤鉴衡']) expect(text).not.toContain(hidden);
		const seeing = await site().visitor();
		await seeing.goto('/evaluation/2026');
		expect(await seriousFaults(seeing)).toEqual([]);
	});
});

journey('people say what they think, without script and without a name', (step, site) => {
	step('the form comes back with what is missing, then thanks, then is not offered again', async () => {
		const citizen = await site().visitor({ javascript: false, viewport: { width: 390, height: 844 } });
		await citizen.goto('/');
		await citizen.getByRole('link', { name: '社会评议' }).click();
		await citizen
			.getByRole('heading', { name: '正在进行' })
			.locator('xpath=ancestor::section')
			.getByRole('link')
			.click();
		expect(await overflow(citizen)).toBe(0);
		const seeing = await site().visitor();
		await seeing.goto(citizen.url());
		expect(await seriousFaults(seeing)).toEqual([]);
		await citizen.getByLabel(/您的意见和建议/).fill('希望补贴名单按批次公开。');
		await citizen.getByRole('button', { name: '提交' }).click();
		expect(await citizen.getByLabel(/您的意见和建议/).inputValue()).toBe('希望补贴名单按批次公开。');
		await citizen.getByLabel(/您评议的机关/).selectOption({ label: '临澜县望溪镇人民政府' });
		await citizen
			.getByRole('group', { name: /总体满意/ })
			.getByLabel(/4分/)
			.check();
		await citizen
			.getByRole('group', { name: /及时吗/ })
			.getByLabel(/3分/)
			.check();
		await citizen.getByRole('button', { name: '提交' }).click();
		await citizen.getByText('您的评议已经收到。').waitFor();
		const address = citizen.url();
		await citizen.goto(address);
		await citizen.getByText('这个浏览器已经参加过本次评议。').waitFor();
	});
});
