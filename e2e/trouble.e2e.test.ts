import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { DEMO_PASSWORD } from '../db/demo/text/county.ts';
import { choose, signIn, told } from './support/desk.ts';
import { journey } from './support/journey.ts';

const LIMIT = 200_000;
const TITLE = '关于开展秋季护林防火巡查的通知';
const FIRST = '十月起各村每日安排两人巡山。';
const SECOND = '发现火情立即拨打镇应急值班电话。';

/** The sentences beside an input, as it names them itself. */
async function beside(page: Page, label: string): Promise<string> {
	const ids = (await page.getByLabel(label).first().getAttribute('aria-describedby'))?.split(' ') ?? [];
	const texts = await Promise.all(ids.map((id) => page.locator(`[id="${id}"]`).innerText()));
	return texts.join(' ');
}

journey(
	'trouble on the way loses nothing',
	(step, site) => {
		let clerk: Page;
		let citizen: Page;

		step('a session that is ended while writing: the text stays, and is saved after signing in again', async () => {
			clerk = await signIn(site(), 'xinxi');
			await clerk.goto('/workbench/documents/new');
			await choose(clerk, '信息类型', '通知公告');
			await clerk.getByRole('button', { name: '开始编写' }).click();
			await clerk.waitForURL(/\/edit$/);
			await clerk.getByRole('textbox', { name: '正文' }).waitFor();
			await clerk.getByLabel('标题', { exact: true }).fill(TITLE);
			await clerk.getByRole('textbox', { name: '正文' }).click();
			await clerk.keyboard.insertText(FIRST);
			await clerk.getByText(/^已于.*保存$/).waitFor();

			const elsewhere = await signIn(site(), 'xinxi');
			await elsewhere.goto('/workbench/me/sessions');
			await elsewhere
				.getByRole('button', { name: /^结束登录/ })
				.first()
				.click();
			await elsewhere.getByRole('button', { name: /^结\s*束$/ }).click();
			await told(elsewhere, '该处登录已结束。');

			await clerk.getByRole('textbox', { name: '正文' }).click();
			await clerk.keyboard.press('End');
			await clerk.keyboard.insertText(SECOND);
			const dialog = clerk.getByRole('dialog');
			await dialog.getByLabel('密码').waitFor();
			expect(await clerk.getByText(FIRST + SECOND).count()).toBe(1);
			await dialog.getByLabel('密码').fill(DEMO_PASSWORD);
			await dialog.getByRole('button', { name: '登录并继续' }).click();
			await dialog.waitFor({ state: 'hidden' });
			await clerk.getByText(/^已于.*保存$/).waitFor();
			await clerk.reload();
			await clerk.getByText(FIRST + SECOND).waitFor();
			await expect.poll(() => clerk.getByLabel('标题', { exact: true }).inputValue()).toBe(TITLE);
		});

		step('a window closed before the text was saved: it is offered the next time', async () => {
			const path = new URL(clerk.url()).pathname;
			await clerk.route('**/api/**', (route) =>
				route.request().method() === 'PUT' ? route.abort() : route.continue(),
			);
			await clerk.getByLabel('标题', { exact: true }).fill(`${TITLE}（修改）`);
			await clerk.getByText(/已暂存在本机/).waitFor();
			const next = await clerk.context().newPage();
			await clerk.close();
			await next.goto(path);
			await next.getByText(/尚未保存的内容，是否恢复/).waitFor();
			await next.getByRole('button', { name: /^恢\s*复$/ }).click();
			await next.getByText(/^已于.*保存$/).waitFor();
			expect(await next.getByLabel('标题', { exact: true }).inputValue()).toBe(`${TITLE}（修改）`);
			clerk = next;
		});

		step('two leaders sign the same paper at once: one is told who was first and when', async () => {
			const first = await signIn(site(), 'qianfa');
			await first.goto('/workbench/documents?state=signOff');
			await first.getByRole('region', { name: '政府信息列表' }).getByRole('link').first().click();
			const second = await signIn(site(), 'qianfa');
			await second.goto(new URL(first.url()).pathname);
			const panels = [first, second].map(async (page) => {
				await page.getByRole('button', { name: '签发', exact: true }).click();
				// exact: the notice of the other's signature is a dialog too, and names the act.
				return page.getByRole('dialog', { name: '签发', exact: true });
			});
			const [one, two] = await Promise.all(panels);
			await one?.getByRole('button', { name: '签发', exact: true }).click();
			await told(first, /已签发/);
			await two?.getByRole('button', { name: '签发', exact: true }).click();
			const notice = second.getByRole('dialog').filter({ hasText: /程砚秋已于.*签发，请刷新后查看。/ });
			await notice.getByRole('button', { name: '知道了' }).click();
			await second.getByText('已公开').first().waitFor();
			await second.getByRole('dialog', { name: '签发', exact: true }).waitFor({ state: 'hidden' });
		});

		step('an empty application comes back with a sentence for each field', async () => {
			citizen = await site().visitor({ javascript: false });
			await citizen.goto('/apply/wangxi');
			await citizen.getByRole('button', { name: '提交申请' }).click();
			const summary = citizen.getByRole('alert');
			expect(await summary.getByRole('link').count()).toBeGreaterThanOrEqual(3);
			expect(await beside(citizen, '信息名称')).toMatch(/请填写/);
			expect(await beside(citizen, '联系电话')).toMatch(/请填写/);
		});

		step('a text of one megabyte comes back whole, with a sentence beside it', async () => {
			const long = '渠'.repeat(350_000);
			await citizen.goto('/apply/wangxi');
			await citizen.getByLabel('其他特征性描述').fill(long);
			await citizen.getByLabel('联系电话').fill('0999-7731000');
			await citizen.getByRole('button', { name: '提交申请' }).click();
			expect(await beside(citizen, '其他特征性描述')).toMatch(/5000/);
			expect((await citizen.getByLabel('其他特征性描述').inputValue()).length).toBe(long.length);
			expect(await citizen.getByLabel('联系电话').inputValue()).toBe('0999-7731000');
		});

		step('a file over the limit: the form comes back filled, the sentence beside the file', async () => {
			await citizen.goto('/apply/wangxi');
			await citizen.getByLabel(/^信息名称/).fill('望溪镇集镇停车位规划图');
			const file = { name: '照片.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(LIMIT * 3, 1) };
			await citizen.getByLabel(/^附件/).setInputFiles(file);
			await citizen.getByRole('button', { name: '提交申请' }).click();
			expect(await beside(citizen, '附件')).toMatch(/超过|过大|上限/);
			expect(await citizen.getByLabel(/^信息名称/).inputValue()).toBe('望溪镇集镇停车位规划图');
		});
	},
	{ MAX_UPLOAD: String(LIMIT) },
);
