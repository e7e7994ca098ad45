import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importsOf } from '../scripts/functions.mjs';

const root = resolve(import.meta.dirname, '..');

interface Source {
	file: string;
	/** Files of this checkout it imports, from the root; packages and node: modules by name. */
	imports: string[];
}

const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx'], {
	cwd: root,
	encoding: 'utf8',
});
const sources: Source[] = listed
	.split('\n')
	.filter((file) => file && existsSync(join(root, file)))
	.map((file) => ({
		file,
		imports: importsOf(file, readFileSync(join(root, file), 'utf8')).map((name) => resolveName(file, name)),
	}));
const code = sources.filter(({ file }) => !/\.test\.tsx?$/.test(file));

function resolveName(file: string, name: string): string {
	return name.startsWith('.') ? normalize(join(dirname(file), name)) : name;
}

function offences(of: readonly Source[], forbidden: (file: string, imported: string) => boolean): string[] {
	return of.flatMap(({ file, imports }) =>
		imports.filter((name) => forbidden(file, name)).map((name) => `${file} → ${name}`),
	);
}

function moduleOf(file: string): string | null {
	return /^server\/modules\/([^/]+)\//.exec(file)?.[1] ?? null;
}

/** Who may read whom. `supervision` reads all and is read by `evaluation` only (ADR 0009); nothing may close a circle. */
const READS: Record<string, readonly string[]> = {
	offices: [],
	messaging: ['offices'],
	catalog: ['offices'],
	publishing: ['offices', 'catalog'],
	entries: ['offices', 'catalog', 'publishing'],
	normative: ['offices', 'publishing'],
	applications: ['offices', 'messaging', 'publishing'],
	channels: ['offices', 'messaging', 'catalog', 'publishing'],
	registers: ['offices', 'channels'],
	reports: ['offices', 'messaging', 'publishing', 'applications', 'registers'],
	participation: ['offices', 'publishing'],
	supervision: [
		'offices',
		'catalog',
		'publishing',
		'entries',
		'normative',
		'applications',
		'channels',
		'registers',
		'reports',
		'participation',
	],
	ask: ['offices', 'publishing'],
	evaluation: ['offices', 'catalog', 'publishing', 'applications', 'reports', 'participation', 'supervision'],
	training: ['offices', 'registers'],
};

const FILES_OF_A_MODULE =
	/^(README\.md|(index|model|types|workflow|policy|store|routes|schemas|presenters|labels|messages\.zh|config|jobs|clock[a-z-]*)\.ts|pages\.tsx|(?!lib|util|helper|misc|common)[a-z-]+\/.+|.*\.(test|setup)\.tsx?)$/;

describe('module walls', () => {
	test('a module is used only through its index.ts', () => {
		const wrong = offences(code, (file, name) => {
			const owner = moduleOf(name);
			return owner !== null && owner !== moduleOf(file) && name !== `server/modules/${owner}/index.ts`;
		});
		expect(wrong).toEqual([]);
	});

	test('a module reads only the modules below it', () => {
		const wrong = offences(code, (file, name) => {
			const [from, to] = [moduleOf(file), moduleOf(name)];
			return from !== null && to !== null && from !== to && !READS[from]?.includes(to);
		});
		expect(wrong).toEqual([]);
	});

	test('every module is in the table above', () => {
		const modules = new Set(code.map(({ file }) => moduleOf(file)).filter((name) => name !== null));
		expect([...modules].sort()).toEqual(Object.keys(READS).sort());
	});

	test('the same file names in every room', () => {
		const strange = code
			.map(({ file }) => file)
			.filter((file) => moduleOf(file) !== null)
			.filter((file) => !FILES_OF_A_MODULE.test(file.replace(/^server\/modules\/[^/]+\//, '')));
		expect(strange).toEqual([]);
	});
});

describe('what is pure stays pure', () => {
	test('kernel and law know no database, no server, no files', () => {
		const inside = code.filter(({ file }) => /^server\/(kernel|law)\//.test(file));
		const wrong = offences(inside, (_file, name) => !/^server\/(kernel|law)\//.test(name) && !['zod'].includes(name));
		expect(wrong).toEqual([]);
	});

	test('rules, workflows, policies and clocks of modules import no store and no platform', () => {
		const inside = code.filter(({ file }) =>
			/^server\/modules\/[^/]+\/(rules\/|workflow\.ts|policy\.ts|clock)/.test(file),
		);
		const wrong = offences(inside, (_file, name) =>
			/\/store(\.ts|\/)|^server\/platform\/(database|transaction|jobs|files)|^kysely|^node:fs/.test(name),
		);
		expect(wrong).toEqual([]);
	});

	test('the report library knows nothing of the server, and its heart uses no package', () => {
		const library = code.filter(({ file }) => file.startsWith('annual-report/'));
		expect(offences(library, (_file, name) => /^(server|workbench)\//.test(name))).toEqual([]);
		const heart = library.filter(({ file }) =>
			/^annual-report\/src\/(model|forms|audit|aggregate|compare)\//.test(file),
		);
		const inLibrary = (name: string) => name.startsWith('annual-report/');
		// Generators of documentation stand beside what they document and write files.
		const tools = (file: string) => /\/(index-page|generate[^/]*)\.ts$/.test(file);
		expect(offences(heart, (file, name) => !inLibrary(name) && !(tools(file) && name.startsWith('node:')))).toEqual([]);
	});

	test('the library has no clock, no network and no disk below its command line', () => {
		const below = code.filter(({ file }) => /^annual-report\/src\/(?!cli\/)/.test(file));
		const wrong = offences(
			below,
			(file, name) => /^node:(fs|net|http|https|child_process)/.test(name) && !/generate|index-page/.test(file),
		);
		expect(wrong).toEqual([]);
	});

	test('the workbench speaks only the API', () => {
		const inside = code.filter(({ file }) => file.startsWith('workbench/'));
		expect(offences(inside, (_file, name) => /^(server|annual-report)(\/|$)/.test(name))).toEqual([]);
	});
});

describe('SQL', () => {
	test('lives only in store files, the platform and migrations', () => {
		const inside = code.filter(({ file }) => moduleOf(file) !== null && !/\/store(\.ts|\/[^/]+\.ts)$/.test(file));
		expect(offences(inside, (_file, name) => name === 'kysely' || name === 'pg')).toEqual([]);
	});
});

test('the tree in the README is the tree on disk', () => {
	const readme = readFileSync(join(root, 'README.md'), 'utf8');
	const tree = /```tree\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
	const named = tree
		.split('\n')
		.filter((line) => line.trim())
		.map((line) => line.trim().split(/\s{2,}/)[0] ?? '');
	expect(named.length).toBeGreaterThan(15);
	const missing = named.filter((path) => !existsSync(join(root, path)));
	expect(missing).toEqual([]);
	const folders = new Set(named.filter((path) => path.endsWith('/')));
	const tops = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
		cwd: root,
		encoding: 'utf8',
	})
		.split('\n')
		.filter((file) => file.includes('/') && !file.startsWith('.'))
		.map((file) => `${file.split('/')[0]}/`);
	expect([...new Set(tops)].filter((top) => !folders.has(top))).toEqual([]);
	const modules = Object.keys(READS).map((name) => `server/modules/${name}/`);
	expect(modules.filter((path) => !folders.has(path))).toEqual([]);
});
