import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { choose, signIn, typeDay } from './support/desk.ts';
import { journey } from './support/journey.ts';

const TITLE = '关于开展冬季用火安全检查的通知';
/** As Word hands it over: hidden text, a tracked deletion, a list of paragraphs, a table with widths, a picture of its own. */
const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body>
<p class=MsoNormal align=center style='text-align:center'><b>检查安排</b></p>
<p class=MsoNormal style='text-indent:32pt'>　　各村民<span style='mso-hide:all'>（内部）</span>委员会<del>和企业</del>：<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;</span></span><![endif]>检查灶台</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>2.<span>&nbsp;&nbsp;</span></span><![endif]>检查线路</p>
<table class=MsoTableGrid border=1><tr><td width=100 colspan=2 style='width:75pt'><p>上溪村</p></td></tr><tr><td>一组</td><td>1日</td></tr></table>
<p>附图：<img src="file:///C:/Users/a/clip_image002.png"></p></body></html>`;
const PICTURE = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
	'base64',
);

journey('a draft is written with the tools of an office', (step, site) => {
	let clerk: Page;
	const body = () => clerk.getByRole('textbox', { name: '正文' });
	const saved = () => clerk.getByText(/^已于.*保存$/).waitFor();
	const paste = (html: string) =>
		body().evaluate((element, given) => {
			const clipboardData = new DataTransfer();
			clipboardData.setData('text/html', given);
			element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
		}, html);

	step('the type chooses the column', async () => {
		clerk = await signIn(site(), 'xinxi');
		await clerk.goto('/workbench/documents/new');
		await choose(clerk, '信息类型', '通知公告');
		await clerk.locator('.ant-form-item', { hasText: '栏目' }).getByText('通知公告', { exact: true }).waitFor();
		await clerk.getByLabel('标题').fill(TITLE);
		await clerk.getByRole('button', { name: '开始编写' }).click();
		await clerk.waitForURL(/\/edit$/);
	});

	step('what is missing is said beside its input, and goes as soon as it is there', async () => {
		await clerk.getByRole('button', { name: '检查并提交' }).click();
		await clerk.getByText('请填写内容概述（条例第十二条）。').waitFor();
		await clerk.getByText('请填写正文或者上传附件。').waitFor();
		expect(clerk.url()).toMatch(/\/edit$/);
		await clerk.getByLabel('内容概述').fill('部署冬季用火安全检查。');
		await clerk.getByText('请填写内容概述（条例第十二条）。').waitFor({ state: 'detached' });
		await typeDay(clerk, '成文日期', '2026-06-09');
	});

	step('a paste of Word keeps list, table and place, and nothing hidden', async () => {
		await body().click();
		await paste(WORD);
		await clerk.getByText('有1张图片没有随文字粘贴过来，请用「插入图片」补上。').waitFor();
		expect(await body().locator('ol > li').allInnerTexts()).toEqual(['检查灶台', '检查线路']);
		expect(await body().locator('td[colspan="2"]').innerText()).toBe('上溪村');
		expect(
			await body()
				.locator('p')
				.first()
				.evaluate((p) => p.style.textAlign),
		).toBe('center');
		const text = await body().innerText();
		expect(text).toContain('各村民委员会：');
		expect(text).not.toMatch(/内部|和企业|mso|宋体/);
	});

	step('a picture becomes a file of the document, with words for those who cannot see it', async () => {
		await clerk.getByRole('button', { name: '插入图片' }).click();
		const dialog = clerk.getByRole('dialog', { name: '插入图片' });
		await dialog
			.locator('input[type=file]')
			.setInputFiles({ name: '路线.png', mimeType: 'image/png', buffer: PICTURE });
		await dialog.getByLabel('图片说明').fill('检查路线示意图');
		await dialog.getByRole('button', { name: '插入' }).click();
		const picture = body().getByRole('img', { name: '检查路线示意图' });
		await picture.waitFor();
		expect(await picture.getAttribute('src')).toMatch(/^\/api\/documents\/\d+\/attachments\/\d+$/);
	});

	step('a program that calls itself a document is refused by name, the good file beside it is taken', async () => {
		const files = [
			{ name: '名单.docx', mimeType: 'application/msword', buffer: Buffer.from('MZ\u0090\u0000\u0003 a program') },
			{ name: '名单.txt', mimeType: 'text/plain', buffer: Buffer.from('上溪村\n') },
		];
		const attachments = clerk.locator('section', { has: clerk.getByRole('heading', { name: '附件' }) });
		await attachments.locator('input[type=file]').setInputFiles(files);
		await attachments.getByText('「名单.docx」是可执行程序，不能上传。').waitFor();
		await attachments.getByRole('link', { name: '名单.txt' }).waitFor();
		expect(await attachments.getByRole('listitem').count()).toBe(1);
	});

	step('everything is there again after the page is opened anew', async () => {
		await saved();
		await clerk.reload();
		await body().getByRole('img', { name: '检查路线示意图' }).waitFor();
		await clerk.getByRole('link', { name: '名单.txt' }).waitFor();
		expect(await body().locator('ol > li').allInnerTexts()).toEqual(['检查灶台', '检查线路']);
		expect(await clerk.getByLabel('内容概述').inputValue()).toBe('部署冬季用火安全检查。');
	});

	step('two write at once: both texts are shown, and each difference is chosen', async () => {
		const other = await signIn(site(), 'xinxi');
		await other.goto(new URL(clerk.url()).pathname);
		await other.getByLabel('内容概述').fill('另一份概述。');
		await other.getByLabel('责任机构').fill('应急管理站');
		await other.getByText(/^已于.*保存$/).waitFor();
		await clerk.getByLabel('内容概述').fill('我写的概述。');
		const dialog = clerk.getByRole('dialog', { name: '本稿有两份不同的内容' });
		await dialog.waitFor();
		const summary = dialog.getByRole('radiogroup', { name: /内容概述.*双方都有修改/ });
		await summary.getByText('另一份概述。').waitFor();
		expect(
			await summary
				.getByRole('radio', { name: /我写的/ })
				.first()
				.isChecked(),
		).toBe(true);
		expect(
			await dialog
				.getByRole('radiogroup', { name: '责任机构' })
				.getByRole('radio', { name: /应急管理站/ })
				.isChecked(),
		).toBe(true);
		await dialog.getByRole('button', { name: '按所选内容保存' }).click();
		await dialog.waitFor({ state: 'detached' });
		await saved();
		expect(await clerk.getByLabel('责任机构').inputValue()).toBe('应急管理站');
		await other.reload();
		await other.getByLabel('内容概述').waitFor();
		expect(await other.getByLabel('内容概述').inputValue()).toBe('我写的概述。');
	});

	step('without a network the text waits on this machine and goes as soon as it can', async () => {
		await clerk.context().setOffline(true);
		await clerk.getByLabel('内容概述').fill('断网时写的概述。');
		await clerk.getByText('网络中断，内容已暂存在本机，恢复后自动保存').waitFor();
		await clerk.context().setOffline(false);
		await saved();
	});

	step('the preview shows it as the portal will, and then it can be handed on', async () => {
		await clerk.getByRole('combobox', { name: '主题分类' }).click();
		await clerk.keyboard.press('Enter');
		await saved();
		await clerk.getByRole('button', { name: '检查并提交' }).click();
		await clerk.getByRole('button', { name: '提交校对' }).waitFor();
		const preview = clerk.frameLocator('iframe[title="网站样式预览"]');
		await preview.getByRole('heading', { name: TITLE }).waitFor();
		await preview.getByRole('img', { name: '检查路线示意图' }).waitFor();
		await preview.getByText('断网时写的概述。').first().waitFor();
		expect(await preview.getByRole('navigation').count()).toBe(0);
	});
});
