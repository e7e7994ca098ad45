// Lint, types, budgets, generated files. Everything is run, so that one look shows all that is wrong.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bin = (name) => join(root, 'node_modules', '.bin', name);
const STEPS = [
	['格式与规范', bin('biome'), ['check', '.']],
	['类型（服务端、报告库、测试）', bin('tsc'), ['-p', 'tsconfig.json']],
	['类型（工作台）', bin('tsc'), ['-p', 'workbench/tsconfig.json']],
	['预算', process.execPath, ['scripts/budgets.mjs']],
	['生成文件', process.execPath, ['scripts/generate.mjs', '--check']],
];

let failed = 0;
for (const [title, program, args] of STEPS) {
	const started = Date.now();
	const missing = !existsSync(program);
	const result = missing
		? { status: 1, stdout: '', stderr: `${program} 不存在` }
		: spawnSync(program, args, { cwd: root, encoding: 'utf8' });
	const good = result.status === 0;
	if (!good) failed++;
	console.log(`${good ? '通过' : '未通过'}  ${title}  ${((Date.now() - started) / 1000).toFixed(1)} 秒`);
	if (!good) console.log(`${result.stdout}${result.stderr}`);
	else if (title === '预算') console.log(`      ${result.stdout.trim()}`);
}
process.exit(failed > 0 ? 1 : 0);
