import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { DEMO_PASSWORD } from '../../db/demo/text/county.ts';
import type { Site, VisitorOptions } from './site.ts';

/** Somebody of the demo county, signed in to the workbench in a browser of their own. */
export async function signIn(site: Site, login: string, options?: VisitorOptions): Promise<Page> {
	const page = await site.visitor(options);
	await page.goto('/workbench/');
	await fillSignIn(page, login);
	await page.getByRole('heading', { level: 1, name: '我的待办' }).waitFor();
	return page;
}

export async function fillSignIn(page: Page, login: string): Promise<void> {
	await page.getByLabel('登录名').fill(login);
	await page.getByLabel('密码', { exact: true }).fill(DEMO_PASSWORD);
	await page.getByRole('button', { name: '登录', exact: true }).click();
}

/** Chooses in a list box of the workbench by typing nothing: opened, and the words clicked. */
export async function choose(page: Page | Locator, label: string, option: string): Promise<void> {
	await page.getByRole('combobox', { name: label }).click();
	const whole = 'page' in page ? page.page() : page;
	await whole.locator('.ant-select-dropdown:visible').getByText(option, { exact: true }).click();
}

/** A day typed into a date input of the workbench, as people do, and taken with Enter. */
export async function typeDay(scope: Page | Locator, label: string, day: string): Promise<void> {
	const input = scope.getByLabel(label);
	await input.fill(day);
	await input.press('Enter');
}

/** Waits for the short message that says what was done. */
export async function told(page: Page, words: string | RegExp): Promise<void> {
	await page.locator('.ant-message').getByText(words).first().waitFor();
}

/** What stands on the page, for reading. */
export async function textOf(page: Page | Locator): Promise<string> {
	return 'innerText' in page && 'page' in page ? await page.innerText() : await page.locator('body').innerText();
}

/** Saves the file behind a button and hands back its bytes. */
export async function saved(page: Page, button: Locator): Promise<Buffer> {
	const waiting = page.waitForEvent('download');
	await button.click();
	const stream = await (await waiting).createReadStream();
	const parts: Buffer[] = [];
	for await (const part of stream) parts.push(part as Buffer);
	const bytes = Buffer.concat(parts);
	expect(bytes.length).toBeGreaterThan(0);
	return bytes;
}
