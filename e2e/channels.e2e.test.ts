import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { overflow, seriousFaults } from './support/axe.ts';
import { choose, saved, signIn, told } from './support/desk.ts';
import { journey } from './support/journey.ts';
import { PHONE } from './support/site.ts';

const ACCOUNT = '望溪镇视频号';

journey('one document goes out through another channel and comes down again', (step, site) => {
	let clerk: Page;
	let title = '';
	let documentPath = '';

	step('an account is put on record', async () => {
		clerk = await signIn(site(), 'xinxi');
		await clerk.goto('/workbench/channels');
		await clerk.getByRole('button', { name: '开设备案' }).click();
		const panel = clerk.getByRole('dialog', { name: '开设备案' });
		await choose(panel, '种类', '短视频账号');
		await panel.getByRole('button', { name: '备案', exact: true }).click();
		await panel.getByText('请填写名称').waitFor();
		await panel.getByLabel('名称').fill(ACCOUNT);
		await panel.getByLabel('账号、网址或者地点').fill('wangxi-video');
		await panel.getByRole('button', { name: '备案', exact: true }).click();
		await clerk.getByRole('heading', { level: 1, name: ACCOUNT }).waitFor();
		expect(await seriousFaults(clerk)).toEqual([]);
	});

	step('a published document is pushed from its page', async () => {
		await clerk.goto('/workbench/documents?state=published');
		await clerk
			.getByRole('link', { name: /通知|公告|方案|公示/ })
			.first()
			.click();
		await clerk.getByRole('link', { name: '推送到其他渠道' }).click();
		await clerk.waitForURL(/\/documents\/\d+\/channels$/);
		documentPath = new URL(clerk.url()).pathname.replace('/channels', '');
		title = await clerk.getByRole('heading', { level: 1 }).innerText();
		await clerk.getByLabel(new RegExp(ACCOUNT)).check();
		await clerk.getByRole('button', { name: '准备推送' }).click();
		await clerk.getByRole('region', { name: '该信息的推送记录' }).getByText(ACCOUNT).waitFor();
		const zip = await saved(clerk, clerk.getByRole('button', { name: '下载图文包' }));
		expect(zip.subarray(0, 2).toString()).toBe('PK');
		expect(await seriousFaults(clerk)).toEqual([]);
	});

	step('it is noted as sent with its link, and waits for nothing', async () => {
		await clerk.goto('/workbench/dispatches?need=send');
		await clerk
			.getByRole('row', { name: new RegExp(ACCOUNT) })
			.getByRole('link')
			.click();
		await clerk.getByRole('button', { name: '登记已发布' }).click();
		const panel = clerk.getByRole('dialog', { name: '登记已发布' });
		await panel.getByRole('button', { name: '登记已发布' }).click();
		await panel.getByText('请填写发布后的链接').waitFor();
		await panel.getByLabel('链接').fill('https://video.example/1');
		await panel.getByRole('button', { name: '登记已发布' }).click();
		await told(clerk, '已办理。');
		await clerk.getByRole('button', { name: '确认已撤下' }).waitFor();
	});

	step('withdrawn from the portal, it asks to come down there too', async () => {
		const leader = await signIn(site(), 'qianfa');
		await leader.goto(documentPath);
		await leader.getByRole('button', { name: '撤下', exact: true }).click();
		const dialog = leader.getByRole('dialog');
		await dialog.getByLabel(/理由|原因/).fill('内容需要重新核实，暂时撤下。');
		await dialog.getByRole('button', { name: '撤下', exact: true }).click();
		await leader.getByText('已撤下').first().waitFor();
		await clerk.goto('/workbench/dispatches?need=takeDown');
		await clerk
			.getByRole('row', { name: new RegExp(ACCOUNT) })
			.getByRole('link')
			.click();
		await clerk.getByText('请从该渠道撤下后确认').waitFor();
		expect(await clerk.getByRole('heading', { level: 1 }).innerText()).toBe(title);
		await clerk.getByRole('button', { name: '确认已撤下' }).click();
		await clerk.getByRole('dialog').getByRole('button', { name: '确认已撤下' }).click();
		await told(clerk, '已办理。');
	});

	step('the public finds gazette and places without script, on a phone', async () => {
		const reader = await site().visitor({ javascript: false, viewport: PHONE });
		await reader.goto('/');
		await reader.getByRole('link', { name: '政府公报' }).click();
		await reader.getByRole('link', { name: /第1期/ }).click();
		await reader.getByRole('link', { name: '下载 PDF' }).waitFor();
		expect(await overflow(reader)).toBe(0);
		await reader.getByRole('link', { name: '查阅场所' }).click();
		await reader.getByText('县图书馆政府信息查阅点').waitFor();
		expect(await overflow(reader)).toBe(0);
		const seeing = await site().visitor();
		for (const path of ['/gazette', '/access-points', '/accounts', '/subscribe']) {
			await seeing.goto(path);
			expect(await seriousFaults(seeing), path).toEqual([]);
		}
	});
});
