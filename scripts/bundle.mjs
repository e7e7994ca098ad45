// One JavaScript of the server and the report library, for a start without a compiler in the process. `bin/gongkai.mjs` uses it
// while it is fresh and runs from source otherwise.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const out = join(root, 'server', 'dist');
const stamp = join(out, '.source-stamp');
const FOLDERS = ['server', 'annual-report/src', 'db/demo'];
const ENTRIES = {
	cli: 'server/cli/main.ts',
	report: 'annual-report/src/cli/main.ts',
	'report-pdf': 'server/modules/reports/index.ts',
};
const SKIPPED = new Set(['node_modules', 'dist', 'tests', 'fixtures']);

function sources(folder) {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : sources(path);
		return /\.(?:ts|tsx|json)$/.test(entry.name) && !entry.name.includes('.test.') ? [path] : [];
	});
}

/** Of names, sizes and times of change: cheap enough to be looked at on every start. */
function sourceStamp() {
	const hash = createHash('sha256');
	for (const path of [...FOLDERS.flatMap((folder) => sources(join(root, folder))), join(root, 'package-lock.json')]) {
		const { size, mtimeMs } = statSync(path);
		hash.update(`${path}\n${size}\n${mtimeMs}\n`);
	}
	return hash.digest('hex');
}

/** The bundle's entry as an address to import, or null when there is none or the sources have changed since. */
export function freshBundle(name) {
	if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== sourceStamp()) return null;
	return join(out, `${name}.js`);
}

/** Files beside a module (style sheets, threads, migrations) stay where they are: each module keeps the address of its source. */
const ownAddress = {
	name: 'own-address',
	setup(build) {
		build.onLoad({ filter: /\.tsx?$/ }, (args) => {
			const text = readFileSync(args.path, 'utf8');
			const place = relative(root, args.path).split(sep).join('/');
			const contents = text.replaceAll('import.meta.url', `new URL(${JSON.stringify(place)}, ROOT_URL).href`);
			return { contents, loader: args.path.endsWith('x') ? 'tsx' : 'ts' };
		});
	},
};

export async function bundleStale() {
	const now = sourceStamp();
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
	const { build } = await import('esbuild');
	rmSync(out, { recursive: true, force: true });
	await build({
		absWorkingDir: root,
		entryPoints: ENTRIES,
		outdir: out,
		bundle: true,
		splitting: true,
		format: 'esm',
		platform: 'node',
		target: 'node20',
		jsx: 'automatic',
		keepNames: true,
		charset: 'utf8',
		// What is installed stays installed; the report library is ours and lies there as a link.
		external: externals(),
		plugins: [ownAddress],
		banner: { js: "const ROOT_URL = new URL('../../', import.meta.url).href;" },
		logLevel: 'warning',
	});
	writeFileSync(stamp, now);
}

function externals() {
	const read = (path) => JSON.parse(readFileSync(join(root, path), 'utf8')).dependencies ?? {};
	const names = new Set([
		...Object.keys(read('server/package.json')),
		...Object.keys(read('annual-report/package.json')),
	]);
	names.delete('annual-report');
	return [...names].flatMap((name) => [name, `${name}/*`]);
}
