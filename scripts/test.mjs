// Everything: check, unit, integration (embedded PostgreSQL; what is about SQL again on 15 where it is installed), browser.
// Ends with one line «N passed, N failed, N skipped». `npm test -- path` runs only the test files whose path contains the word.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from './browser.mjs';
import { buildStale } from './build.mjs';
import { bundleStale } from './bundle.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const words = process.argv.slice(2);
const ci = process.env.CI === 'true';
/** What another PostgreSQL could do differently: migrations, stores, counts, search, locks, backup. */
const SQL_TESTS = ['server/platform/', 'store', 'counting', 'search', 'concurrency'];
const total = { passed: 0, failed: 0, skipped: 0 };
const reports = mkdtempSync(join(tmpdir(), 'gongkai-results-'));

function run(title, program, args, env = {}) {
	console.log(`\n── ${title}`);
	// In a log every coloured dot would be twenty characters.
	const plain = process.stdout.isTTY ? {} : { NO_COLOR: '1' };
	const result = spawnSync(program, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...plain, ...env } });
	return result.status === 0;
}

function vitest(title, project, env = {}, only = words) {
	const report = join(reports, `${project}-${Object.keys(env).length}.json`);
	const args = [
		join(root, 'node_modules/vitest/vitest.mjs'),
		'run',
		'--project',
		project,
		'--reporter=dot',
		'--reporter=json',
		`--outputFile.json=${report}`,
		'--passWithNoTests',
		...only,
	];
	const good = run(title, process.execPath, args, env);
	if (!existsSync(report)) {
		total.failed++;
		return;
	}
	const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numFailedTestSuites } = JSON.parse(
		readFileSync(report, 'utf8'),
	);
	total.passed += numPassedTests;
	total.failed += numFailedTests;
	total.skipped += numPendingTests + numTodoTests;
	// A file that cannot be loaded fails without a test of its own.
	if (!good && numFailedTests === 0) total.failed += Math.max(1, numFailedTestSuites);
}

if (words.length === 0) {
	if (run('检查', process.execPath, ['scripts/check.mjs'])) total.passed++;
	else total.failed++;
}
vitest('单元测试', 'unit');
await bundleStale();
vitest('集成测试（内置 PostgreSQL）', 'integration');
const postgres15 = '/usr/lib/postgresql/15/bin';
if (existsSync(join(postgres15, 'postgres')))
	vitest(
		'集成测试（PostgreSQL 15）',
		'integration',
		{ GONGKAI_PG_BIN: postgres15 },
		words.length > 0 ? words : SQL_TESTS,
	);
else if (ci) {
	console.error('CI 未安装 postgresql-15');
	total.failed++;
} else console.log('\n未找到 PostgreSQL 15，跳过在其上的集成测试（apt-get install postgresql-15）');

const chromium = findChromium();
if (chromium) {
	await buildStale();
	vitest('浏览器测试', 'browser', { CHROMIUM: chromium });
} else if (ci) {
	console.error('CI 未安装 chromium');
	total.failed++;
} else {
	console.log('\n未找到 Chromium，跳过浏览器测试（apt-get install chromium fonts-noto-cjk）');
	total.skipped++;
}
rmSync(reports, { recursive: true, force: true });
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed > 0 ? 1 : 0);
