import { afterAll, beforeAll, describe, it } from 'vitest';
import { openSite, type Site } from './site.ts';

/** Adds a step of a journey: it starts where the one before it ended, and is left out when that one failed. */
export type Step = (name: string, walk: () => Promise<void>) => void;

/** A journey through one site: steps in order, each a test of its own name. A failing step leaves screenshots. */
export function journey(
	name: string,
	lay: (step: Step, site: () => Site) => void,
	settings: Record<string, string> = {},
): void {
	describe(name, () => {
		let site: Site | undefined;
		let broken: string | undefined;
		const open = (): Site => {
			if (!site) throw new Error('the site is open only inside a step');
			return site;
		};
		beforeAll(async () => {
			site = await openSite(settings);
		});
		afterAll(() => site?.close());
		lay((title, walk) => {
			it(title, async (context) => {
				context.skip(broken !== undefined, `after the failed step «${broken}»`);
				try {
					await walk();
				} catch (error) {
					broken = title;
					await site?.photograph(`${name}-${title}`.replaceAll(/[^\p{L}\p{N}]+/gu, '-'));
					throw error;
				}
			});
		}, open);
	});
}
