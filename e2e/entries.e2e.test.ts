import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { overflow, seriousFaults } from './support/axe.ts';
import { signIn, told } from './support/desk.ts';
import { journey } from './support/journey.ts';
import { PHONE } from './support/site.ts';

const NEW = '集市摊位设置和收费';
const GONE = '特困供养';
const WHY = '本镇没有供养机构，由县民政局公开。';

journey(
	'the county hands down what is to be made public, a township takes its part and says what it has not',
	(step, site) => {
		let county: Page;
		let clerk: Page;

		step('the county adds to its standard catalog; what is missing stands beside its field', async () => {
			county = await signIn(site(), 'gongkaiban');
			await county.goto('/workbench/entries/standard');
			await county.getByRole('button', { name: '新增事项' }).click();
			const panel = county.getByRole('dialog', { name: '新增标准事项' });
			await panel.getByLabel('一级事项').fill(NEW);
			await panel.getByRole('button', { name: '新增', exact: true }).click();
			await panel.locator('.ant-form-item-explain-error').first().waitFor();
			expect(await panel.getByLabel('一级事项').inputValue()).toBe(NEW);
			// The list is long: what stands further down is found by typing.
			await panel.getByRole('combobox', { name: '领域' }).fill('市政');
			await county.locator('.ant-select-dropdown:visible').getByText('市政服务', { exact: true }).click();
			await panel.getByLabel('公开内容（要素）').fill('摊位位置、数量、收费标准');
			await panel.getByLabel('公开依据').fill('《政府信息公开条例》第二十条');
			await panel.getByRole('button', { name: '新增', exact: true }).click();
			await told(county, '下达后机关才能看到');
			expect(await seriousFaults(county)).toEqual([]);
		});

		step('nothing of it reaches the township before it is handed down', async () => {
			clerk = await signIn(site(), 'xinxi');
			await clerk.goto('/workbench/entries');
			await clerk.getByText('网站上是第1版。').waitFor();
			expect(await clerk.getByText(NEW).count()).toBe(0);
			await county.getByRole('button', { name: '下达', exact: true }).click();
			const dialog = county.getByRole('dialog', { name: '下达标准目录' });
			await dialog.getByRole('button', { name: '下达', exact: true }).click();
			await told(county, /标准目录第2版已下达/);
		});

		step('the township takes over what is its own', async () => {
			await clerk.goto('/workbench/entries?state=proposed');
			await clerk.getByText('有1项县级事项等待确认').waitFor();
			await clerk
				.getByRole('row', { name: new RegExp(NEW) })
				.getByRole('checkbox')
				.check();
			await clerk.getByRole('button', { name: '采用', exact: true }).click();
			await told(clerk, '已办理。');
			await clerk.getByText('没有符合条件的事项').waitFor();
		});

		step('and trims what it has none of, not without a reason', async () => {
			await clerk.goto('/workbench/entries');
			const row = clerk.getByRole('row', { name: new RegExp(GONE) }).first();
			await row.getByRole('checkbox').check();
			await clerk.getByRole('button', { name: '登记不适用' }).click();
			const dialog = clerk.getByRole('dialog', { name: '1项不适用于本机关' });
			await dialog.getByRole('button', { name: '登记', exact: true }).click();
			await dialog.getByText('请填写原因。').waitFor();
			await dialog.getByLabel('原因').fill(WHY);
			await dialog.getByRole('button', { name: '登记', exact: true }).click();
			await told(clerk, '已登记。');
			await row.getByText(WHY).waitFor();
			expect(await seriousFaults(clerk)).toEqual([]);
		});

		step('the public still reads the edition of before', async () => {
			const citizen = await site().visitor({ javascript: false });
			await citizen.goto('/o/wangxi/entries');
			const text = await citizen.getByRole('main').innerText();
			expect(text).toContain('第1版');
			for (const hidden of [NEW, WHY]) expect(text).not.toContain(hidden);
		});

		step('the leader publishes the edition, on a phone', async () => {
			const leader = await signIn(site(), 'qianfa', { viewport: PHONE });
			await leader.goto('/workbench/entries');
			await leader.getByRole('button', { name: '发布目录' }).click();
			const dialog = leader.getByRole('dialog', { name: '发布主动公开事项目录' });
			await dialog.getByLabel('本版说明').fill('增加集市摊位事项');
			await dialog.getByRole('button', { name: '发布', exact: true }).click();
			await told(leader, '事项目录第2版已发布。');
			await leader.getByText('网站上是第2版。').waitFor();
			expect(await overflow(leader)).toBe(0);
			expect(await seriousFaults(leader)).toEqual([]);
		});

		step('everybody finds it by field and by office, without script and on a phone', async () => {
			const citizen = await site().visitor({ javascript: false, viewport: PHONE });
			await citizen.goto('/fields');
			expect(await overflow(citizen)).toBe(0);
			await citizen.getByRole('link', { name: '市政服务' }).click();
			expect(await citizen.getByRole('main').innerText()).toContain(NEW);
			await citizen.getByRole('link', { name: '望溪镇全部公开事项' }).click();
			const text = await citizen.getByRole('main').innerText();
			for (const part of ['第2版', NEW, WHY, '增加集市摊位事项']) expect(text).toContain(part);
			expect(await overflow(citizen)).toBe(0);
			const seeing = await site().visitor();
			for (const path of ['/fields', '/o/wangxi/entries']) {
				await seeing.goto(path);
				expect(await seriousFaults(seeing), path).toEqual([]);
			}
		});

		step('an entry opens to the documents behind it', async () => {
			const citizen = await site().visitor({ javascript: false });
			await citizen.goto('/o/wangxi/entries');
			await citizen
				.getByRole('link', { name: /^\d+ 条$/ })
				.first()
				.click();
			await citizen.getByText(/共 \d+ 条信息/).waitFor();
			await citizen.getByRole('main').locator('a[href^="/d/"]').first().click();
			await citizen.waitForURL(/\/d\/\d+$/);
		});
	},
);
