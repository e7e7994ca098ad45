import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { signIn, told } from './support/desk.ts';
import { journey } from './support/journey.ts';

const TITLE = '敬老院探视时间能否调整';
const SHOWN = '敬老院周末探视时间';

journey('somebody asks, is answered, and everybody reads it', (step, site) => {
	let citizen: Page;
	let number = '';
	let code = '';
	let path = '';
	const ask = async () => {
		await citizen.goto('/voice/query');
		await citizen.getByLabel('编号').fill(number);
		await citizen.getByLabel('查询码').fill(code);
		await citizen.getByRole('button', { name: '查询', exact: true }).click();
		return await citizen.getByRole('main').innerText();
	};

	step('without script, and without saying who they are', async () => {
		citizen = await site().visitor({ javascript: false });
		await citizen.goto('/');
		await citizen.getByRole('link', { name: '互动回应' }).first().click();
		await citizen
			.getByRole('link', { name: /咨询建议/ })
			.first()
			.click();
		await citizen.getByLabel('受理机关').selectOption({ label: '临澜县望溪镇人民政府' });
		await citizen.getByRole('textbox', { name: /^标题/ }).fill(TITLE);
		await citizen.getByRole('button', { name: '提交' }).click();
		// The body is missing: the form comes back with what was written.
		expect(await citizen.getByRole('textbox', { name: /^标题/ }).inputValue()).toBe(TITLE);
		await citizen
			.getByRole('textbox', { name: /^内容/ })
			.fill('平时上班，想在周末下午探视老人，希望敬老院周末也能安排探视。');
		await citizen.getByRole('button', { name: '提交' }).click();
		await citizen.getByRole('heading', { level: 1, name: '已提交' }).waitFor();
		const fact = (label: string) => citizen.locator('dt', { hasText: label }).locator('xpath=following-sibling::dd');
		number = (await fact('编号').first().innerText()).trim();
		code = (await fact('查询码').innerText()).trim();
		expect(number).toMatch(/^HD\d{9}$/);
		expect(await ask()).toContain('还没有答复');
	});

	step('a clerk takes it and answers', async () => {
		const clerk = await signIn(site(), 'xinxi');
		await clerk.goto('/workbench/concerns');
		await clerk.getByRole('link', { name: TITLE }).click();
		await clerk.waitForURL(/\/concerns\/\d+$/);
		path = new URL(clerk.url()).pathname;
		await clerk.getByRole('button', { name: '受理', exact: true }).click();
		await told(clerk, '已受理。');
		await clerk.getByRole('button', { name: '答复', exact: true }).click();
		const panel = clerk.getByRole('dialog', { name: '答复' });
		await panel.getByLabel('答复内容').fill('已经调整：周六、周日14:00至17:00均可探视，请提前一天电话登记。');
		await panel.getByRole('button', { name: '答复', exact: true }).click();
		await told(clerk, '已办理。');
		expect(await ask()).toContain('周六、周日14:00至17:00均可探视');
	});

	step('a leader publishes it in other words', async () => {
		const leader = await signIn(site(), 'qianfa');
		await leader.goto(path);
		await leader.getByRole('button', { name: '公开答复' }).click();
		const panel = leader.getByRole('dialog', { name: '公开答复' });
		await panel.getByLabel('公开的标题').fill(SHOWN);
		await panel.getByLabel('公开的来信内容').fill('咨询敬老院周末探视安排。');
		await panel.getByRole('button', { name: '公开答复' }).click();
		await told(leader, '已办理。');
		await citizen.goto('/voice');
		await citizen.getByRole('link', { name: SHOWN }).click();
		const text = await citizen.getByRole('main').innerText();
		expect(text).toContain('咨询敬老院周末探视安排。');
		expect(text).not.toContain('平时上班');
	});
});
