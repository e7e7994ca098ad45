import { expect } from 'vitest';
import { overflow, seriousFaults } from './support/axe.ts';
import { signIn } from './support/desk.ts';
import { journey } from './support/journey.ts';

const SCREENS: Readonly<Record<string, readonly string[]>> = {
	xinxi: [
		'/',
		'/documents',
		'/documents/new',
		'/documents/coordination',
		'/applications',
		'/applications/new',
		'/applications/register',
		'/remedies',
		'/remedies/new',
		'/registers',
		'/registers/license?year=2025',
		'/reports',
		'/outside-reports',
		'/concerns',
		'/normative',
		'/normative/1',
		'/normative/batches',
		'/normative/batches/1',
		'/normative/expiring',
		'/concerns/import',
		'/concerns/figures',
		'/consultations',
		'/consultations/new',
		'/proposals',
		'/faq',
		'/monitoring',
		'/rectifications',
		'/trainings',
		'/exams',
		'/posts?tab=duties',
		'/knowledge',
		'/calendar',
	],
	gongkaiban: [
		'/asked',
		'/monitoring',
		'/rectifications/1',
		'/trainings/1',
		'/exams/1',
		'/exams/bank',
		'/concerns',
		'/faq',
		'/reports',
		'/offices',
		'/catalog',
		'/audit',
		'/settings',
	],
	guanli: ['/people', '/offices'],
};

/** As many screens are looked at in one step: axe takes seconds for each. */
const ROUND = 8;

journey('everybody can use every screen of the workbench', (step, site) => {
	const rounds = Object.entries(SCREENS).flatMap(([login, screens]) =>
		Array.from({ length: Math.ceil(screens.length / ROUND) }, (_, at) => ({
			login,
			screens: screens.slice(at * ROUND, (at + 1) * ROUND),
		})),
	);
	for (const { login, screens } of rounds) {
		step(`${login}: ${screens.join(' ')}`, async () => {
			const page = await signIn(site(), login);
			const faults: Record<string, string[]> = {};
			for (const screen of screens) {
				await page.goto(`/workbench${screen}`);
				await page.getByRole('heading', { level: 1 }).waitFor();
				await page.waitForLoadState('networkidle');
				const found = await seriousFaults(page);
				if (found.length > 0) faults[screen] = found;
				if ((await overflow(page)) > 0) faults[screen] = [...found, 'wider than the window'];
			}
			expect(faults).toEqual({});
			await page.context().close();
		});
	}

	step('a document, an application and a report, and the way in', async () => {
		const entry = await site().visitor();
		await entry.goto('/workbench/');
		await entry.getByLabel('登录名').waitFor();
		expect(await seriousFaults(entry)).toEqual([]);
		const page = await signIn(site(), 'xinxi');
		for (const list of ['/documents', '/applications', '/reports']) {
			await page.goto(`/workbench${list}`);
			await page.getByRole('main').getByRole('table').getByRole('link').first().click();
			await page.waitForURL(/\/\d+$/);
			const main = page.getByRole('main');
			const parts = main.getByRole('heading', { level: 2 }).or(main.getByRole('tab'));
			await parts.first().waitFor();
			expect(await main.getByRole('heading', { level: 1 }).count()).toBe(1);
			expect(await seriousFaults(page), list).toEqual([]);
		}
	});
});
