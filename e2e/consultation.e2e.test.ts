import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { overflow, seriousFaults } from './support/axe.ts';
import { choose, signIn } from './support/desk.ts';
import { journey } from './support/journey.ts';
import { PHONE } from './support/site.ts';

const DRAFT = '望溪镇集贸市场管理办法（征求意见稿）';
const WORDS = '逢集日请延长到晚上十点，方便下班的人。';

journey('a draft is commented, its comments are sorted, and what came of them is published', (step, site) => {
	let citizen: Page;
	let number = '';
	let code = '';
	let path = '';

	const sound = async (page: Page) => {
		expect(await seriousFaults(page)).toEqual([]);
		expect(await overflow(page)).toBe(0);
	};

	step('a citizen comments on a phone, without script and without a name', async () => {
		citizen = await site().visitor({ javascript: false, viewport: PHONE });
		await citizen.goto('/voice');
		await citizen
			.getByRole('link', { name: /意见征集/ })
			.first()
			.click();
		await citizen.getByRole('link', { name: DRAFT }).click();
		await citizen.getByRole('link', { name: '提出意见' }).click();
		await citizen.getByLabel('针对的条款').fill('第二条');
		await citizen.getByRole('button', { name: '提交意见' }).click();
		// The comment itself is missing: the form comes back with what was written.
		expect(await citizen.getByLabel('针对的条款').inputValue()).toBe('第二条');
		await citizen.getByRole('textbox', { name: /^意见/ }).fill(WORDS);
		await citizen.getByRole('button', { name: '提交意见' }).click();
		await citizen.getByRole('heading', { level: 1, name: '意见已提交' }).waitFor();
		const fact = (label: string) => citizen.locator('dt', { hasText: label }).locator('xpath=following-sibling::dd');
		number = (await fact('编号').first().innerText()).trim();
		code = (await fact('查询码').innerText()).trim();
		expect(number).toMatch(/^YJ\d{9}$/);
	});

	step('the pages are sound for everybody', async () => {
		const visitor = await site().visitor({ viewport: PHONE });
		for (const at of ['/consultations', '/consultations/query', '/proposals', '/voice/wanted']) {
			await visitor.goto(at);
			await sound(visitor);
		}
		await visitor.goto('/consultations');
		await visitor.getByRole('link', { name: DRAFT }).click();
		await sound(visitor);
		await visitor.getByRole('link', { name: '提出意见' }).click();
		await sound(visitor);
		await visitor.goto('/consultations');
		await visitor.getByRole('link', { name: /老街风貌/ }).click();
		await sound(visitor);
		await visitor.goto('/proposals');
		await visitor.getByRole('link', { name: /夜间急诊/ }).click();
		await sound(visitor);
	});

	step('a draft with a telephone number in its file is not signed without a word about it', async () => {
		const leader = await signIn(site(), 'qianfa');
		await leader.goto('/workbench/consultations');
		await leader.getByRole('link', { name: '望溪镇农村生活垃圾分类方案（征求意见稿）' }).click();
		await leader.getByText('附件中发现疑似个人信息').first().waitFor();
		expect(await leader.locator('main').innerText()).not.toContain('13800138000');
		await leader.getByRole('button', { name: '签发公开征求意见' }).click();
		const dialog = leader.getByRole('dialog', { name: '签发公开征求意见' });
		await dialog.getByRole('button', { name: '签发公开征求意见' }).click();
		await dialog
			.getByText(/请退回删除或者隐去/)
			.first()
			.waitFor();
		expect(await seriousFaults(leader)).toEqual([]);
		await dialog.getByLabel('公开个人信息的理由').fill('保洁员值班用公用电话，经本人同意公开。');
		await dialog.getByRole('button', { name: '签发公开征求意见' }).click();
		await leader.getByText('征集中').first().waitFor();
	});

	step('when its days are over a clerk sorts what came and says what becomes of it', async () => {
		site().turnTo('2026-07-06');
		const clerk = await signIn(site(), 'xinxi');
		await clerk.goto('/workbench/consultations');
		await clerk.getByRole('link', { name: DRAFT }).click();
		await clerk.waitForURL(/\/consultations\/\d+$/);
		path = new URL(clerk.url()).pathname;
		await clerk.getByText(WORDS).waitFor();
		expect(await seriousFaults(clerk)).toEqual([]);
		await clerk.getByRole('button', { name: '选中全部未归类' }).click();
		await clerk.getByRole('button', { name: '归并所选（4）' }).click();
		const group = clerk.getByRole('dialog', { name: '归并4条意见' });
		await group.getByLabel('新的意见要点').fill('调整开放时间');
		await group
			.getByRole('button', { name: '归 并' })
			.or(group.getByRole('button', { name: '归并', exact: true }))
			.click();
		await clerk.getByRole('button', { name: '写明采纳情况' }).click();
		const panel = clerk.getByRole('dialog', { name: '写明采纳情况' });
		await choose(panel, '采纳情况', '部分采纳');
		await panel.getByRole('textbox', { name: '理由' }).fill('逢集日延长到二十一时三十分，兼顾居民休息。');
		await panel.getByRole('button', { name: /保\s?存/ }).click();
		await panel.waitFor({ state: 'hidden' });
		await clerk.getByRole('button', { name: '反馈送签' }).click();
		const result = clerk.getByRole('dialog', { name: '反馈送签' });
		await result.getByLabel('反馈说明').fill('征集期间收到四条意见，均已研究并说明理由。');
		await result.getByRole('button', { name: /送\s?签/ }).click();
		await clerk.getByText('反馈待签发').first().waitFor();
	});

	step('a leader signs, and everybody reads what came of it, but no comment', async () => {
		const leader = await signIn(site(), 'qianfa');
		await leader.goto(path);
		await leader.getByRole('button', { name: '签发公布反馈' }).click();
		await leader.getByRole('dialog').getByRole('button', { name: '签发公布反馈' }).click();
		await leader.getByText('已反馈').first().waitFor();
		await citizen.goto('/consultations');
		await citizen.getByRole('link', { name: DRAFT }).click();
		const text = await citizen.getByRole('main').innerText();
		expect(text).toContain('逢集日延长到二十一时三十分');
		expect(text).toContain('4条');
		expect(text).not.toContain(WORDS);
		await citizen.goto('/consultations/query');
		await citizen.getByLabel('编号').fill(number);
		await citizen.getByLabel('查询码').fill(code);
		await citizen.getByRole('button', { name: '查询', exact: true }).click();
		expect(await citizen.getByRole('main').innerText()).toContain('部分采纳');
	});
});
