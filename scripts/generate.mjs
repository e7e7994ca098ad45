// Writes the generated files from their sources. With --check, fails when a committed one differs.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { register } from 'tsx/esm/api';
import { readings } from '../tools/readings.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const check = process.argv.includes('--check');
const stale = [];

function put(path, text) {
	const file = join(root, path);
	const current = existsSync(file) ? readFileSync(file, 'utf8') : null;
	if (current === text) return;
	if (check) stale.push(path);
	else writeFileSync(file, text);
}

function client(openapi) {
	// openapi-typescript needs the classic TypeScript API, which the workspace `tools` brings for it alone.
	const program = join(root, 'tools', 'node_modules', 'openapi-typescript', 'bin', 'cli.js');
	const result = spawnSync(process.execPath, [program, openapi], { encoding: 'utf8', cwd: join(root, 'tools') });
	if (result.status !== 0) throw new Error(`openapi-typescript: ${result.stderr}`);
	return result.stdout;
}

register();
const { openApiDocument } = await import(pathToFileURL(join(root, 'server/api/openapi.ts')).href);
const document = `${JSON.stringify(await openApiDocument(), null, '\t')}\n`;
put('server/openapi.json', document);
put('workbench/src/api/schema.generated.ts', client(join(root, 'server', 'openapi.json')));
const { renderRuleIndex } = await import(pathToFileURL(join(root, 'annual-report/src/audit/index.ts')).href);
put('annual-report/rules/INDEX.md', renderRuleIndex());
put('server/platform/search/readings.generated.txt', readings());
if (stale.length > 0) {
	console.error(`生成的文件与源不一致，请运行 npm run generate：${stale.join('、')}`);
	process.exit(1);
}
