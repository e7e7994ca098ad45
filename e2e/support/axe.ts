import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What axe calls serious or critical on this page, one line each. */
export async function seriousFaults(page: Page): Promise<string[]> {
	// Our pages hold no frames: without them axe needs no second page, and only what is wrong is worked out in full.
	const { violations } = await new AxeBuilder({ page })
		.setLegacyMode()
		.options({ resultTypes: ['violations'] })
		.analyze();
	return violations
		.filter(({ impact }) => impact === 'serious' || impact === 'critical')
		.flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id}: ${target.join(' ')} ${html.slice(0, 120)}`));
}

/** Horizontal overflow in CSS pixels: more than 0 means something is cut or must be scrolled sideways. */
export async function overflow(page: Page): Promise<number> {
	return await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
