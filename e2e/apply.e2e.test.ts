import { execFileSync } from 'node:child_process';
import mammoth from 'mammoth';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { saved, signIn, told } from './support/desk.ts';
import { journey } from './support/journey.ts';
import { TODAY } from './support/moment.ts';

const APPLICANT = '欧阳拾穗';
const PHONE_NUMBER = '13900001234';
const TITLE = '望溪镇机关食堂2025年度内部考勤和值班安排表';
const DUE = '2026年7月9日';

journey('a citizen applies without script and gets an answer', (step, site) => {
	let citizen: Page;
	let clerk: Page;
	let leader: Page;
	let number = '';
	let code = '';
	let casePath = '';
	const ask = async (given: { number: string; code: string }) => {
		await citizen.goto('/query');
		await citizen.getByLabel('申请编号').fill(given.number);
		await citizen.getByLabel('查询码').fill(given.code);
		await citizen.getByRole('button', { name: '查询', exact: true }).click();
		return await citizen.getByRole('main').innerText();
	};
	const atCase = async (page: Page) => {
		await page.goto(casePath);
		await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
	};

	step('a form with a mistake comes back filled, the sentence beside its field', async () => {
		citizen = await site().visitor({ javascript: false });
		await citizen.goto('/apply');
		await citizen.getByRole('link', { name: /望溪镇/ }).click();
		await citizen.getByRole('radio', { name: /公民|自然人/ }).check();
		await citizen.getByLabel('姓名', { exact: true }).fill(APPLICANT);
		await citizen.getByLabel('证件名称').selectOption({ label: '居民身份证' });
		await citizen.getByLabel('证件号码', { exact: true }).fill('990123199001010019');
		await citizen.getByLabel('联系地址').fill('临澜县望溪镇上溪村');
		await citizen.getByLabel(/^信息名称/).fill(TITLE);
		await citizen.getByRole('checkbox', { name: /承诺/ }).check();
		await citizen.getByRole('button', { name: '提交申请' }).click();
		const phone = citizen.getByLabel('联系电话');
		expect(await phone.getAttribute('aria-invalid')).toBe('true');
		const beside = (await phone.getAttribute('aria-describedby'))?.split(' ') ?? [];
		const words = await Promise.all(beside.map((id) => citizen.locator(`[id="${id}"]`).innerText()));
		expect(words.join('')).toContain('请填写');
		expect(await citizen.getByLabel('姓名', { exact: true }).inputValue()).toBe(APPLICANT);
		expect(await citizen.getByLabel(/^信息名称/).inputValue()).toBe(TITLE);
	});

	step('mended and sent, it gives a number and a query code', async () => {
		await citizen.getByLabel('联系电话').fill(PHONE_NUMBER);
		const id = citizen.getByLabel('证件号码', { exact: true });
		if ((await id.getAttribute('aria-invalid')) === 'true') await id.fill('990123199001010017');
		await citizen.getByRole('button', { name: '提交申请' }).click();
		await citizen.getByRole('heading', { level: 1, name: '申请已提交' }).waitFor();
		const fact = (label: string) => citizen.locator('dt', { hasText: label }).locator('xpath=following-sibling::dd');
		number = (await fact('申请编号').innerText()).trim();
		code = (await fact('查询码').innerText()).trim();
		expect(number).toMatch(/〔2026〕\d+号/);
		expect(code.replaceAll(/[\s-]/g, '')).toHaveLength(10);
	});

	step('a clerk confirms it with the applicant and begins', async () => {
		clerk = await signIn(site(), 'xinxi');
		await clerk.goto('/workbench/applications');
		await clerk.getByRole('link', { name: TITLE }).click();
		await clerk.getByRole('button', { name: '与申请人确认并登记' }).click();
		const panel = clerk.getByRole('dialog', { name: '与申请人确认并登记' });
		await panel.getByLabel('确认方式').fill('电话确认');
		await panel.getByRole('button', { name: '与申请人确认并登记' }).click();
		await told(clerk, '已办理。');
		casePath = new URL(clerk.url()).pathname;
		await clerk.getByRole('button', { name: '开始办理' }).click();
		await clerk
			.getByRole('button', { name: /拟定答复|拟办|提请/ })
			.first()
			.waitFor();
	});

	step('the due date is the one that gongkai clock prints', async () => {
		const printed = execFileSync(process.execPath, ['bin/gongkai.mjs', 'clock', '--received', TODAY, '--days', '20'], {
			encoding: 'utf8',
		});
		expect(printed).toMatch(new RegExp(`届满日期：${DUE}`));
		const card = clerk.locator('section', { has: clerk.getByRole('heading', { name: '答复期限' }) });
		expect(await card.innerText()).toContain(DUE);
		await card.getByRole('button', { name: '逐日查看' }).click();
		const days = clerk.getByRole('dialog', { name: '答复期限的逐日计算' });
		await days.getByRole('row', { name: /2026-06-19.*端午/ }).waitFor();
		const last = days.getByRole('row', { name: /2026-07-09/ });
		expect(await last.innerText()).toContain('第20日');
		await days.getByRole('button', { name: '关闭' }).click();
	});

	step('an outcome is chosen, and the letter is looked at before it is handed in', async () => {
		await clerk.goto(`${casePath}/decision`);
		await clerk.getByRole('radio', { name: '不予公开：三类内部事务信息' }).check();
		const reasons = clerk.locator('li.ga-step').last().getByRole('textbox');
		for (const reason of await reasons.all()) await reason.fill('属于人事、后勤管理方面的内部事务信息，不予公开。');
		await clerk.getByRole('button', { name: '预览文书' }).click();
		await clerk.getByText(/先向临澜县人民政府申请行政复议/).waitFor();
		await clerk.getByRole('button', { name: '提交审签' }).click();
		await clerk.getByRole('dialog', { name: '提交审签' }).getByRole('button', { name: '提交', exact: true }).click();
		await told(clerk, '已提交审签。');
	});

	step('whoever drafted the answer cannot approve it; the leader can', async () => {
		await atCase(clerk);
		expect(await clerk.getByRole('button', { name: '审签', exact: true }).count()).toBe(0);
		leader = await signIn(site(), 'qianfa');
		await atCase(leader);
		await leader.getByRole('button', { name: /审签/ }).first().click();
		await leader.getByRole('dialog').getByRole('button', { name: /审签/ }).click();
		await told(leader, '已办理。');
	});

	step('the letter is a .docx with the remedy of a refusal: review first', async () => {
		await atCase(clerk);
		const row = clerk.getByRole('listitem').filter({ hasText: '不予公开' }).filter({ hasText: '打印原件' });
		await row.getByRole('button', { name: '打印原件' }).click();
		const dialog = clerk.getByRole('dialog', { name: /^打印/ });
		await dialog.getByLabel('打印事由').fill('打印后邮寄申请人');
		const bytes = await saved(clerk, dialog.getByRole('button', { name: '下载原件' }));
		const { value: text } = await mammoth.extractRawText({ buffer: bytes });
		expect(text).toContain(APPLICANT);
		expect(text).toContain(number);
		expect(text).toContain('请自收到本告知书之日起60日内先向临澜县人民政府申请行政复议');
		expect(text).toContain('15日内依法向临澜县人民法院提起行政诉讼');
		expect(text).not.toContain('6个月内');
	});

	step('its service closes the case', async () => {
		await atCase(clerk);
		await clerk.getByRole('button', { name: /送达/ }).first().click();
		const panel = clerk.getByRole('dialog').filter({ hasText: '送达方式' });
		await panel.getByLabel('邮件号码').fill('XA12345678999');
		await panel.getByRole('button', { name: /送达/ }).click();
		await clerk.getByText('已答复').first().waitFor();
	});

	step('the citizen sees the result by number and code, and no name', async () => {
		const text = await ask({ number, code });
		for (const words of [TITLE, '不予公开', DUE, '先向临澜县人民政府申请行政复议']) expect(text).toContain(words);
		const source = await citizen.content();
		for (const secret of [APPLICANT, PHONE_NUMBER, '上溪村', '990123199001010']) expect(source).not.toContain(secret);
		const letter = await saved(citizen, citizen.getByRole('button', { name: /^下载《.*不予公开/ }));
		expect((await mammoth.extractRawText({ buffer: letter })).value).toContain('不予公开');
	});

	step('a wrong code and a wrong number are refused in the same words', async () => {
		const refusal = '申请编号或者查询码不正确，请核对后重新输入。';
		expect(await ask({ number, code: 'AAAAAAAAAA' })).toContain(refusal);
		const other = await ask({ number: number.replace(/\d+号/, '9999号'), code });
		expect(other).toContain(refusal);
		expect(other).not.toContain(TITLE);
	});

	step('the report of the year counts the case in table 3, and the figure opens to it', async () => {
		site().turnTo('2027-01-12');
		const county = await signIn(site(), 'gongkaiban');
		await county.goto('/workbench/reports');
		await county.getByRole('button', { name: '开启2026年度' }).click();
		await county
			.getByRole('dialog')
			.getByRole('button', { name: /开启|保存|确定/ })
			.click();
		await told(county, '2026年度报告工作已开启。');
		const again = await signIn(site(), 'xinxi');
		await again.goto('/workbench/reports');
		await again.getByRole('button', { name: '开始编制' }).click();
		await again.locator('[id="cell-t3-deny-internal-natural"]').click();
		const panel = again.getByRole('dialog', { name: '数据来源' });
		await panel
			.getByRole('link', { name: new RegExp(number.replaceAll(/[〔〕]/g, '.')) })
			.or(panel.getByRole('link', { name: TITLE }))
			.first()
			.waitFor();
		expect(await panel.innerText()).not.toContain(APPLICANT);
	});
});
