import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { DEMO_PASSWORD } from '../db/demo/text/county.ts';
import { overflow, seriousFaults } from './support/axe.ts';
import { choose, fillSignIn, saved, signIn, textOf, told, typeDay } from './support/desk.ts';
import { journey } from './support/journey.ts';
import { DESKTOP, PHONE } from './support/site.ts';

const OWN_PASSWORD = 'Luzhou-7-Willow';
const NOTICE = [
	'各省、自治区、直辖市人民政府：',
	'一、元旦：1月1日（周五）至3日（周日）放假，共3天。',
	'二、春节：2月5日（周五）至11日（周四）放假调休，共7天。2月14日（周日）、2月20日（周六）上班。',
].join('\n');

const SCREENS = [
	'',
	'offices',
	'offices/2',
	'offices/2/edit',
	'offices/merge',
	'calendar',
	'audit',
	'settings',
	'me/sessions',
];

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();

journey('an administrator brings in a person', (step, site) => {
	let admin: Page;
	let newcomer: Page;
	let oneTime = '';

	step('a wrong password is refused in words, and the address asked for is not forgotten', async () => {
		admin = await site().visitor();
		await admin.goto('/workbench/people');
		await admin.getByLabel('登录名').fill('guanli');
		await admin.getByLabel('密码', { exact: true }).fill('not this one');
		await admin.getByRole('button', { name: '登录', exact: true }).click();
		await admin.getByText('登录名或密码不正确').waitFor();
		await fillSignIn(admin, 'guanli');
		await heading(admin, '人员');
	});

	step('a login name that cannot be is told beside its input, and nothing typed is lost', async () => {
		await admin.getByRole('button', { name: '新增人员' }).click();
		await heading(admin, '新增人员');
		await admin.getByLabel('姓名').fill('许言');
		await admin.getByLabel('登录名').fill('X1');
		await choose(admin, '机关', '临澜县望溪镇人民政府');
		await choose(admin, '角色', '信息员');
		await admin.getByRole('button', { name: '新增', exact: true }).click();
		await admin.getByText('登录名为3至32位').waitFor();
		expect(await admin.getByLabel('登录名').getAttribute('aria-invalid')).toBe('true');
		expect(await admin.getByLabel('姓名').inputValue()).toBe('许言');
	});

	step('the initial password is shown once', async () => {
		await admin.getByLabel('登录名').fill('xuyan');
		await admin.getByRole('button', { name: '新增', exact: true }).click();
		const dialog = admin.getByRole('dialog');
		oneTime = (await dialog.locator('code').innerText()).trim();
		await dialog.getByRole('button', { name: '我已记下，关闭' }).click();
		await heading(admin, '许言');
		expect(await textOf(admin)).not.toContain(oneTime);
	});

	step('the newcomer can do nothing before choosing a password of their own', async () => {
		newcomer = await site().visitor();
		await newcomer.goto('/workbench/documents');
		await newcomer.getByLabel('登录名').fill('xuyan');
		await newcomer.getByLabel('密码', { exact: true }).fill(oneTime);
		await newcomer.getByRole('button', { name: '登录', exact: true }).click();
		await heading(newcomer, '请先修改初始密码');
		await newcomer.getByLabel('当前密码').fill(oneTime);
		await newcomer.getByLabel('新密码', { exact: true }).fill('short');
		await newcomer.getByLabel('再次填写新密码').fill('short');
		await newcomer.getByRole('button', { name: '修改密码' }).click();
		await newcomer.getByText('密码至少10位。').waitFor();
		await newcomer.getByLabel('新密码', { exact: true }).fill(OWN_PASSWORD);
		await newcomer.getByLabel('再次填写新密码').fill(OWN_PASSWORD);
		await newcomer.getByRole('button', { name: '修改密码' }).click();
		await heading(newcomer, '信息发布');
	});

	step('somebody stands in for the person on leave, and nobody who holds the role already', async () => {
		await admin.getByRole('button', { name: '设置代理' }).click();
		const dialog = admin.getByRole('dialog');
		await choose(dialog, '代理的角色', '望溪镇 信息员');
		const deputy = dialog.getByRole('combobox', { name: '代理人' });
		await deputy.fill('苏晓棠');
		await deputy.press('Enter');
		await typeDay(dialog, '结束日期', '2026-06-30');
		await dialog.getByLabel('代理原因').fill('因公外出');
		await dialog.getByRole('button', { name: '设置', exact: true }).click();
		await dialog.getByText(/苏晓棠.*已/).waitFor();
		await deputy.fill('韩松年');
		await deputy.press('Enter');
		await dialog.getByRole('button', { name: '设置', exact: true }).click();
		await told(admin, '代理已设置。');
	});

	step('a sign-in is seen and ended from afar; the screen there asks for the password and goes on', async () => {
		await admin.reload();
		await admin
			.getByRole('button', { name: /^结束登录/ })
			.first()
			.click();
		await admin.getByRole('tooltip').getByRole('button', { name: '结束' }).click();
		await told(admin, '该处登录已结束。');
		await newcomer.getByRole('menuitem', { name: '依申请公开' }).click();
		const dialog = newcomer.getByRole('dialog', { name: '登录已失效，请重新登录' });
		await dialog.getByLabel('密码', { exact: true }).fill(OWN_PASSWORD);
		await dialog.getByRole('button', { name: '登录并继续' }).click();
		await dialog.waitFor({ state: 'hidden' });
	});

	step('a disabled account is out at once', async () => {
		await admin.getByRole('button', { name: '停用', exact: true }).click();
		await admin.getByRole('dialog').getByRole('button', { name: '停用' }).click();
		await admin.getByText('已停用').first().waitFor();
		await newcomer.goto('/workbench/');
		await newcomer.getByLabel('登录名').waitFor();
	});
});

journey('an administrator keeps the register of offices', (step, site) => {
	let admin: Page;

	step('a table with a mistake imports nothing and says which row', async () => {
		admin = await signIn(site(), 'guanli');
		await admin.goto('/workbench/offices/import');
		const template = await saved(admin, admin.getByRole('button', { name: '下载模板' }));
		await admin.locator('input[type=file]').setInputFiles(sheetFile(await filled(template, ['东岭乡', '望溪镇'])));
		await admin.getByText('共2行，其中1行需要修改').waitFor();
		await admin.getByText('已有名为「临澜县望溪镇人民政府」的机关。').waitFor();
		expect(await admin.getByRole('button', { name: '导入2个机关' }).isDisabled()).toBe(true);
		await admin.locator('input[type=file]').setInputFiles(sheetFile(await filled(template, ['东岭乡'])));
		await admin.getByRole('button', { name: '导入1个机关' }).click();
		await told(admin, '已导入1个机关。');
	});

	step('a file that is no table is refused before it is sent', async () => {
		await admin.goto('/workbench/offices/import');
		const program = { name: '机关.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ') };
		await admin.locator('input[type=file]').setInputFiles(program);
		await admin.getByText('「机关.exe」不是可用的格式，请选择.xlsx文件。').waitFor();
		const renamed = { name: '机关.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ not a table') };
		await admin.locator('input[type=file]').setInputFiles(renamed);
		await admin.getByText(/不是可以读取的 \.xlsx 表格/).waitFor();
	});

	step('a renamed office keeps its former name', async () => {
		await admin.goto('/workbench/offices');
		await admin.getByRole('link', { name: '临澜县东岭乡人民政府' }).click();
		await admin.getByRole('button', { name: '更名' }).click();
		const dialog = admin.getByRole('dialog');
		await dialog.getByLabel('新的机关全称').fill('临澜县东岭镇人民政府');
		await dialog.getByLabel('新的简称').fill('东岭镇');
		await typeDay(dialog, '启用日期', '2026-06-01');
		await dialog.getByRole('button', { name: '更名' }).click();
		await told(admin, '机关已更名。');
		await heading(admin, '临澜县东岭镇人民政府');
		await admin.getByRole('row', { name: /临澜县东岭乡人民政府.*2026年5月31日/ }).waitFor();
	});

	step('a merge says what it will do, wants to be confirmed, and leads on', async () => {
		await admin.getByRole('button', { name: '并入其他机关' }).click();
		await choose(admin, '接收的机关', '临澜县望溪镇人民政府');
		await admin.getByText('「临澜县东岭镇人民政府」自今天起停用').waitFor();
		await admin.getByRole('button', { name: '合并', exact: true }).click();
		await admin.getByText('请确认已核对批准文件。').waitFor();
		await admin.getByRole('checkbox').check();
		await admin.getByRole('button', { name: '合并', exact: true }).click();
		await told(admin, '机关已合并。');
		const reader = await site().visitor({ javascript: false });
		await reader.goto('/o/donglingxiang');
		expect(new URL(reader.url()).pathname).toBe('/o/wangxi');
	});

	step('a session that ends while a form is filled in loses nothing', async () => {
		await admin.getByRole('button', { name: '修改' }).click();
		await admin.getByLabel('负责人').fill('程砚秋');
		await admin.context().clearCookies();
		await admin.getByRole('button', { name: '保存', exact: true }).click();
		const dialog = admin.getByRole('dialog', { name: '登录已失效，请重新登录' });
		await dialog.getByLabel('密码', { exact: true }).fill(DEMO_PASSWORD);
		await dialog.getByRole('button', { name: '登录并继续' }).click();
		await told(admin, '已保存。');
		await admin.getByRole('cell', { name: '程砚秋', exact: true }).waitFor();
	});
});

journey('the county office loads next year and reads the trail', (step, site) => {
	let officer: Page;

	step('the calendar says aloud that next year is missing', async () => {
		officer = await signIn(site(), 'gongkaiban');
		await officer.goto('/workbench/calendar');
		await officer.getByText('2027年放假安排尚未载入').waitFor();
	});

	step('a weekday that does not fit is found before a limit is counted by it', async () => {
		await officer.getByRole('button', { name: '载入放假通知' }).click();
		await typeDay(officer, '发布日期', '2026-06-08');
		await officer.getByLabel('通知正文').fill(NOTICE.replace('2月5日（周五）', '2月5日（周四）'));
		await officer.getByRole('button', { name: '预览' }).click();
		await officer.getByText('「春节」中的2027-02-05是星期五，与通知所写不符').waitFor();
	});

	step('the change is seen before it is made, and the warning goes', async () => {
		await officer.getByLabel('通知正文').fill(NOTICE);
		await officer.getByRole('button', { name: '预览' }).click();
		await officer.getByText('全年工作日由261个变为257个，8天的性质改变').waitFor();
		await officer.getByRole('button', { name: '确认载入' }).click();
		await told(officer, '放假通知已载入');
		await officer.getByText('全年257个工作日').waitFor();
		expect(await textOf(officer)).not.toContain('尚未载入');
	});

	step('a setting that cannot be is told beside its input; a good one is on the portal at once', async () => {
		await officer.goto('/workbench/settings');
		await officer.getByLabel('网站标识码').fill('abc');
		await officer.getByRole('button', { name: '保存网站信息' }).click();
		await officer.getByText('网站标识码为10位数字或字母').waitFor();
		await officer.getByLabel('网站标识码').fill('9901230001');
		await officer.getByLabel('页脚').fill('主办：临澜县人民政府办公室\n值守电话：0999-7600000');
		await officer.getByRole('button', { name: '保存网站信息' }).click();
		await told(officer, '已保存「网站信息」。');
		const reader = await site().visitor({ javascript: false });
		await reader.goto('/');
		expect(await textOf(reader)).toContain('值守电话：0999-7600000');
	});

	step('all of it stands in the trail, which can be taken away as a table', async () => {
		await officer.goto('/workbench/audit?who=林知微');
		await officer.getByRole('cell', { name: '载入节假日通知', exact: true }).first().waitFor();
		await officer
			.getByRole('button', { name: /^查看详情：林知微 载入节假日通知/ })
			.first()
			.click();
		await officer.getByRole('dialog').getByText('载入节假日通知：国务院办公厅关于2027年部分节假日安排的通知').waitFor();
		await officer.getByRole('dialog').getByRole('button', { name: '关闭' }).click();
		const bytes = await saved(officer, officer.getByRole('button', { name: '导出查询结果' }));
		expect(bytes.subarray(0, 2).toString()).toBe('PK');
	});

	for (const viewport of [DESKTOP, PHONE]) {
		step(`every screen fits ${viewport.width} pixels and has no serious fault of access`, async () => {
			await officer.setViewportSize(viewport);
			for (const path of SCREENS) {
				await officer.goto(`/workbench/${path}`);
				await officer.getByRole('heading', { level: 1 }).waitFor();
				await officer.waitForLoadState('networkidle');
				expect(await seriousFaults(officer), path).toEqual([]);
				expect(await overflow(officer), path).toBe(0);
			}
		});
	}
});

const sheetFile = (buffer: Buffer) => ({
	name: '机关.xlsx',
	mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	buffer,
});

/** The template with one row for each place; everything but what a row must have is left empty. */
async function filled(template: Buffer, places: readonly string[]): Promise<Buffer> {
	const book = new ExcelJS.Workbook();
	await book.xlsx.load(template as unknown as ArrayBuffer);
	const [sheet] = book.worksheets;
	if (!sheet) throw new Error('the template has no sheet');
	const titles = (sheet.getRow(1).values as string[]).slice(1);
	const slugs: Readonly<Record<string, string>> = { 东岭乡: 'donglingxiang', 望溪镇: 'wangxi-2' };
	sheet.spliceRows(2, sheet.rowCount);
	for (const place of places) {
		const values: Readonly<Record<string, string | undefined>> = {
			'机关全称*': `临澜县${place}人民政府`,
			'机关简称*': place,
			'机关类别*': '乡镇（街道）',
			'网址标识*': slugs[place],
		};
		sheet.addRow(titles.map((title) => values[title] ?? ''));
	}
	return Buffer.from(await book.xlsx.writeBuffer());
}
