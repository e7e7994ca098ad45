// Builds the workbench when its sources changed since the last build. `node scripts/build.mjs` builds at once.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

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

/** Once at build, so that no request pays for it: the first load shrinks to a third. */
function compress(folder) {
	for (const path of files(folder).filter((file) => /\.(js|css|svg)$/.test(file))) {
		const content = readFileSync(path);
		if (content.length < 1024) continue;
		writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
		writeFileSync(`${path}.br`, brotliCompressSync(content));
	}
}

export async function buildStale() {
	const hash = sourceHash();
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
	console.log('正在构建工作台…');
	const { build } = await import('vite');
	await build({ root: workbench, logLevel: 'warn' });
	compress(join(workbench, 'dist', 'assets'));
	writeFileSync(stamp, hash);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildStale();
