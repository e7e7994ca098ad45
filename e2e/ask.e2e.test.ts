import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { overflow, seriousFaults } from './support/axe.ts';
import { signIn, told } from './support/desk.ts';
import { journey } from './support/journey.ts';
import { PHONE } from './support/site.ts';

const UNKNOWN = '望溪镇赶集日是农历哪几天';
const ANSWER = '望溪镇逢农历一、四、七赶集，遇春节顺延一天，由望溪镇市场管理所管理。';

const ask = async (page: Page, question: string) => {
	await page.goto('/ask');
	await page.getByLabel('您要问的事').fill(question);
	await page.getByRole('button', { name: '提问' }).click();
};

/** Nothing comes near, or nothing is sure. */
const NOT_FOUND = /未找到|没有找到确定的回答/;

journey('a citizen asks, and what nobody had answered is answered afterwards', (step, site) => {
	let county: Page;

	step(
		'the portal leads to the question, and quotes passages with the way to their place, without script',
		async () => {
			const citizen = await site().visitor({ javascript: false, viewport: PHONE });
			await citizen.goto('/ask');
			expect(await overflow(citizen)).toBe(0);
			await ask(citizen, '老人不会用手机怎么交医保');
			await citizen.getByRole('heading', { name: '找到的原文' }).waitFor();
			expect(await overflow(citizen)).toBe(0);
			const quoted = await citizen.getByRole('main').innerText();
			expect(quoted).toContain('便民服务中心2号窗口缴费');
			// A question stands in no address: nobody who looks over the shoulder of a log reads it.
			expect(new URL(citizen.url()).pathname + new URL(citizen.url()).search).toBe('/ask');
			await citizen.getByRole('main').locator('a[href^="/faq/"], a[href^="/d/"]').first().click();
			await citizen.waitForURL(/\/(?:faq|d)\/\d+/);
			expect(await citizen.getByRole('main').innerText()).toContain('2号窗口');
		},
	);

	step('an empty question comes back with a sentence beside the field', async () => {
		const citizen = await site().visitor({ javascript: false });
		await ask(citizen, '？');
		await citizen
			.getByRole('link', { name: /请写明|请用一句话|个字/ })
			.first()
			.waitFor();
		expect(await citizen.getByLabel('您要问的事').inputValue()).toBe('？');
	});

	step('what is found nowhere is said to be found nowhere, and the way on leads to an application', async () => {
		const citizen = await site().visitor({ javascript: false, viewport: PHONE });
		await ask(citizen, UNKNOWN);
		await citizen.getByText(NOT_FOUND).first().waitFor();
		expect(await overflow(citizen)).toBe(0);
		await citizen.getByRole('main').getByRole('link', { name: '依申请公开' }).click();
		await citizen.waitForURL(/\/apply/);
		const seeing = await site().visitor();
		await ask(seeing, UNKNOWN);
		expect(await seriousFaults(seeing)).toEqual([]);
	});

	step('the county sees that it was asked in vain, and makes an entry of it', async () => {
		county = await signIn(site(), 'gongkaiban');
		await county.goto('/workbench/asked');
		const row = county.getByRole('row', { name: new RegExp(UNKNOWN) });
		await row.getByText('未找到').waitFor();
		expect(await row.innerText()).toContain('2');
		expect(await seriousFaults(county)).toEqual([]);
		await row.getByRole('button', { name: '转为问答' }).click();
		await county.waitForURL(/\/faq\/\d+$/);
		await county.getByRole('heading', { level: 1, name: UNKNOWN }).waitFor();
	});

	step('it is published with an answer, not without one', async () => {
		await county.getByText('还没有答案。').waitFor();
		expect(await county.getByRole('button', { name: '发布', exact: true }).count()).toBe(0);
		await county.getByRole('button', { name: '填写答案' }).click();
		const panel = county.getByRole('dialog', { name: '修改问答' });
		await panel.getByLabel('答案').fill(ANSWER);
		await panel.getByLabel('其他问法').fill('望溪什么时候赶集');
		await panel.getByRole('button', { name: /^保\s*存$/ }).click();
		await told(county, '已保存。');
		await county.getByText(ANSWER).waitFor();
		expect(await seriousFaults(county)).toEqual([]);
		// Nobody else sees it yet.
		const citizen = await site().visitor({ javascript: false });
		await ask(citizen, UNKNOWN);
		expect(await citizen.getByRole('main').innerText()).not.toContain('逢农历一、四、七');
		await county.getByRole('button', { name: '发布', exact: true }).click();
		await county.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click();
		await told(county, '已办理。');
	});

	step('and then whoever asks gets it, in other words too, and says whether it was of use', async () => {
		const citizen = await site().visitor({ javascript: false, viewport: PHONE });
		for (const question of [UNKNOWN, '望溪什么时候赶集']) {
			await ask(citizen, question);
			await citizen.getByText('逢农历一、四、七').first().waitFor();
		}
		await citizen.getByRole('button', { name: '有用' }).click();
		await citizen.getByText('感谢您的反馈').first().waitFor();
		await citizen.goto('/faq');
		await citizen.getByRole('link', { name: UNKNOWN }).click();
		expect(await citizen.getByRole('main').innerText()).toContain(ANSWER);
		const seeing = await site().visitor();
		await seeing.goto('/faq');
		expect(await seriousFaults(seeing)).toEqual([]);
	});

	step('taken down, it is in no answer any more', async () => {
		await county.getByRole('button', { name: '撤下', exact: true }).click();
		const dialog = county.getByRole('dialog');
		await dialog.getByLabel('理由').fill('赶集日期正在调整。');
		await dialog.getByRole('button', { name: '撤下', exact: true }).click();
		await told(county, '已办理。');
		const citizen = await site().visitor({ javascript: false });
		await ask(citizen, UNKNOWN);
		await citizen.getByText(NOT_FOUND).first().waitFor();
		expect((await citizen.goto('/faq'))?.status()).toBe(200);
		expect(await citizen.getByRole('main').innerText()).not.toContain(UNKNOWN);
	});
});
