import { defineConfig } from 'vitest/config';

// Not isolated: our modules hold no state that a test could leave behind, and loading them anew for every file took most of the time.
const shared = { environment: 'node' as const, isolate: false, testTimeout: 60_000, hookTimeout: 120_000 };
const everywhere = ['annual-report', 'server', 'test', 'scripts', 'db', 'bench', 'workbench/src'];

/** unit: pure. integration (*.it.test.ts): a real PostgreSQL, a database of its own per file. browser (e2e): a real Chromium, and a copy of the demo county per file. */
export default defineConfig({
	test: {
		maxWorkers: 2,
		projects: [
			{
				test: {
					...shared,
					name: 'unit',
					include: everywhere.map((folder) => `${folder}/**/*.test.{ts,tsx}`),
					exclude: ['**/*.it.test.ts', '**/node_modules/**'],
				},
			},
			{
				test: {
					...shared,
					name: 'integration',
					include: everywhere.map((folder) => `${folder}/**/*.it.test.ts`),
					exclude: ['**/node_modules/**'],
					globalSetup: ['test/postgres.setup.ts'],
				},
			},
			{
				test: {
					...shared,
					name: 'browser',
					include: ['e2e/**/*.e2e.test.ts'],
					testTimeout: 120_000,
					hookTimeout: 120_000,
					globalSetup: ['e2e/support/demo.setup.ts'],
				},
			},
		],
	},
});
