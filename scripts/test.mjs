// Everything: check, unit, integration (embedded PostgreSQL; what is about SQL again on 15 where it is installed), browser.
// A file that fails beside others is run once more alone, and named when it passes.
// Ends with one line «N passed, N failed, N skipped». `npm test -- path` runs only the test files whose path contains the word.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from './browser.mjs';
import { buildStale } from './build.mjs';
import { bundleStale } from './bundle.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const words = process.argv.slice(2);
const ci = process.env.CI === 'true';
/** What another PostgreSQL could do differently: migrations, stores, counts, search, locks, backup. */
const SQL_TESTS = ['server/platform/', 'store', 'counting', 'search', 'concurrency'];
/** When more files than these fail it is no bad luck. */
const MOST_AGAIN = 3;
const SLOWEST = 8;
/** Databases and files of the tests lie in memory where there is this much of it to spare: creating one on a busy disk takes seconds. */
const MEMORY = '/dev/shm';
const MEMORY_BYTES = 4 * 1024 ** 3;
/** Files at once where a test mostly waits, for a database or a browser: one more than there are cores on the machine that CI has. */
const WAITING = 3;
const unsteady = [];
const total = { passed: 0, failed: 0, skipped: 0 };
const folder = mkdtempSync(join(hasMemory() ? MEMORY : tmpdir(), 'gongkai-tests-'));
// Databases run as somebody else, who must get through.
chmodSync(folder, 0o711);
process.env.TMPDIR = folder;
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
const reports = mkdtempSync(join(folder, 'results-'));

function hasMemory() {
	if (process.env.TMPDIR || !existsSync(MEMORY)) return false;
	const { bavail, bsize } = statfsSync(MEMORY);
	return bavail * bsize >= MEMORY_BYTES;
}

function run(title, program, args, env = {}) {
	console.log(`\n── ${title}`);
	// In a log every coloured dot would be twenty characters.
	const plain = process.stdout.isTTY ? {} : { NO_COLOR: '1' };
	const result = spawnSync(program, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...plain, ...env } });
	return result.status === 0;
}

/** What each test file came to; null when the run broke down outside of them. */
function results(title, project, env, only) {
	const report = join(mkdtempSync(join(reports, 'run-')), 'report.json');
	const args = ['run', '--project', project, '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
	if (project !== 'unit') args.push(`--maxWorkers=${WAITING}`);
	const vitest = join(root, 'node_modules/vitest/vitest.mjs');
	const good = run(title, process.execPath, [vitest, ...args, '--passWithNoTests', ...only], env);
	const files = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')).testResults : null;
	// An error outside every test fails the run and no file.
	return good || files?.some(isFailed) ? files : null;
}

function vitest(title, project, env = {}, only = words) {
	const files = results(title, project, env, only);
	if (!files) {
		total.failed++;
		return;
	}
	tellSlowest(files);
	const failed = files.filter(isFailed);
	// Beside a database, a browser and another file a wait can be too short; what fails alone too has failed.
	const mayBeUnlucky = project !== 'unit' && failed.length > 0 && failed.length <= MOST_AGAIN;
	const names = failed.map(({ name }) => name);
	const again = mayBeUnlucky ? results(`${title}：失败的文件单独再跑一次`, project, env, names) : null;
	if (again) unsteady.push(...again.filter((file) => !isFailed(file)).map(({ name }) => relative(root, name)));
	for (const file of again ? [...files.filter((one) => !isFailed(one)), ...again] : files) count(file);
}

function isFailed({ status }) {
	return status === 'failed';
}

function count(file) {
	const of = (...states) => file.assertionResults.filter(({ status }) => states.includes(status)).length;
	total.passed += of('passed');
	total.skipped += of('pending', 'skipped', 'todo');
	// A file that cannot be loaded fails without a test of its own.
	total.failed += isFailed(file) ? Math.max(1, of('failed')) : 0;
}

function tellSlowest(files) {
	const seconds = ({ startTime, endTime }) => Math.round((endTime - startTime) / 1000);
	const slowest = files.toSorted((one, other) => seconds(other) - seconds(one)).slice(0, SLOWEST);
	console.log('\n最慢的文件：');
	for (const file of slowest) console.log(`${String(seconds(file)).padStart(6)} 秒  ${relative(root, file.name)}`);
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
if (unsteady.length > 0) console.log(`\n第一次失败、单独再跑通过：${unsteady.join('、')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed > 0 ? 1 : 0);
