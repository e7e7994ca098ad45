// Builds the workbench when its sources changed since the last build. `node scripts/build.mjs` builds at once.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const workbench = join(root, 'workbench');
const stamp = join(workbench, 'dist', '.source-hash');

function files(folder) {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		return entry.isDirectory() ? files(path) : [path];
	});
}

function sourceHash() {
	const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
	const sources = [...files(join(workbench, 'src')), join(workbench, 'index.html'), join(workbench, 'vite.config.ts')];
	for (const path of sources.filter((path) => existsSync(path)).sort())
		hash.update(path.slice(root.length)).update(readFileSync(path));
	return hash.digest('hex');
}

export async function buildStale() {
	const hash = sourceHash();
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
	console.log('正在构建工作台…');
	const { build } = await import('vite');
	await build({ root: workbench, logLevel: 'warn' });
	writeFileSync(stamp, hash);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildStale();
