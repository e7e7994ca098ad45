import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MODULES } from '../server/compose.ts';

const root = join(import.meta.dirname, '..');

interface Mechanism {
	id: string;
	text: string;
	where: string;
	/** Test file, empty for what is only text. */
	file: string;
	/** Title of the test, or of the row of its table. */
	title: string;
	shown: string;
}

const SHOWN = /^`([^`]+)` › (.+)$/;
/** The rows of docs/requirements.md. */
const mechanisms = readFileSync(join(root, 'docs/requirements.md'), 'utf8')
	.split('\n')
	.flatMap((line): Mechanism[] => {
		const [, id = '', text = '', where = '', shown = ''] = line.split('|').map((cell) => cell.trim());
		const [, file = '', title = ''] = SHOWN.exec(shown) ?? [];
		return /^00\d-\d+$/.test(id) ? [{ id, text, where: where.replaceAll('`', ''), file, title, shown }] : [];
	});
const built = mechanisms.filter(({ where }) => where !== 'only text');

/** Each route with the folder of the module that declares it. */
const routes = new Map<string, string>(
	MODULES.flatMap(({ name, routes: own, pages = [] }) =>
		[...own, ...pages].map(({ method, path }) => [`${method} ${path}`, `server/modules/${name}/`] as const),
	),
);
/** What a command line of ours begins with, and the file that does it. */
const COMMANDS: Readonly<Record<string, { file: string; folder: string }>> = {
	'gongkai report audit': { file: 'annual-report/src/cli/audit.ts', folder: 'annual-report/src/' },
	'gongkai import documents': { file: 'server/cli/import.ts', folder: 'server/modules/publishing/' },
};

/** Lines of each report in the specification's list. */
const LINES = { '000': 89, '001': 74, '002': 75, '003': 95, '004': 114 };
/** As many rows one test may stand for: reports say the same thing in their own words. */
const MOST_PER_TEST = 6;
/** As many rows may be only text. */
const MOST_ONLY_TEXT = 10;

const texts = new Map<string, string>();
function textOf(file: string): string {
	const known = texts.get(file) ?? (existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : '');
	texts.set(file, known);
	return known;
}

/** Whether the words stand in the file as a title does: a string of their own, whole. */
function isTitle(file: string, title: string): boolean {
	return ["'", '"', '`'].some((quote) => textOf(file).includes(`${quote}${title}${quote}`));
}

/** What a test reads with: itself and the desks it sits at. */
function withDesks(file: string): string {
	const imported = [...textOf(file).matchAll(/from '(\.[^']*\/(?:test\/[\w-]+|[\w-]+\.setup)\.ts)'/g)];
	return [file, ...imported.map(([, path = '']) => join(dirname(file), path))].map(textOf).join('\n');
}

const INSERTED = '\\$\\{[^}]+\\}';
const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Segments of an address as tests write them: a parameter is a value or `${…}`, and so is a word behind the first two. */
function asWritten(segments: readonly string[], from: number): string {
	const written = segments.map((segment, at) => {
		if (segment.startsWith(':')) return `(?:${INSERTED}|[\\w%-]+)`;
		return from + at < 2 ? escaped(segment) : `(?:${escaped(segment)}|${INSERTED})`;
	});
	return written.map((segment) => `/${segment}`).join('');
}

/** Whether a test calls the address, in one piece or begun in a constant of its own. */
function mentions(file: string, route: string): boolean {
	const text = withDesks(file);
	const path = (route.split(' ').at(-1) ?? '').slice(1);
	const segments = path === '' ? [''] : path.split('/');
	if (segments.some((segment) => !segment.startsWith(':') && !text.includes(segment))) return false;
	const END = `(?:['"\`?.]|\\$\\{)`;
	const has = (pattern: string) => new RegExp(pattern).test(text);
	return segments.some((_, left) => {
		const cut = segments.length - left;
		const head = has(`['"\`(\\s]${asWritten(segments.slice(0, cut), 0)}${END}`);
		const tail = segments.slice(cut);
		if (!head || (tail.length > 0 && cut < 2)) return false;
		return tail.length === 0 || has(`\`${INSERTED}${asWritten(tail, cut)}${END}`);
	});
}

const counted = (values: readonly string[]) => {
	const count = new Map<string, number>();
	for (const value of values) count.set(value, (count.get(value) ?? 0) + 1);
	return count;
};

describe('docs/requirements.md', () => {
	it('has each of the 447 mechanisms once', () => {
		const ids = Object.entries(LINES).flatMap(([report, lines]) =>
			Array.from({ length: lines }, (_, at) => `${report}-${String(at + 1).padStart(2, '0')}`),
		);
		expect(mechanisms.map(({ id }) => id)).toEqual(ids);
		expect(ids).toHaveLength(447);
	});

	it('says of each in words of its own what it is, and why one is only text', () => {
		expect(mechanisms.filter(({ text, shown }) => text.length < 4 || shown.length < 20)).toEqual([]);
		expect([...counted(mechanisms.map(({ text }) => text))].filter(([, times]) => times > 1)).toEqual([]);
		expect(mechanisms.length - built.length).toBeLessThanOrEqual(MOST_ONLY_TEXT);
	});

	it('names addresses and commands that exist', () => {
		const missing = built.filter(
			({ where }) => !routes.has(where) && !existsSync(join(root, COMMANDS[where]?.file ?? 'nowhere')),
		);
		expect(missing).toEqual([]);
	});

	it('names tests by their whole title', () => {
		const missing = built.filter(
			({ file, title }) => title === '' || !/\.test\.tsx?$/.test(file) || !isTitle(file, title),
		);
		expect(missing.map(({ id, file, title }) => `${id} ${file} › ${title}`)).toEqual([]);
	});

	it('names a test of the module that has the address, or one that calls it', () => {
		const stray = built.filter(({ where, file }) => {
			const home = routes.get(where) ?? COMMANDS[where]?.folder ?? 'nowhere';
			return !dirname(file).concat('/').startsWith(home) && !mentions(file, where);
		});
		expect(stray.map(({ id, where, file }) => `${id} ${where} ${file}`)).toEqual([]);
	});

	it('names a test against the database that calls the address it is to show', () => {
		const stray = built.filter(
			({ where, file }) => routes.has(where) && file.endsWith('.it.test.ts') && !mentions(file, where),
		);
		expect(stray.map(({ id, where, file }) => `${id} ${where} ${file}`)).toEqual([]);
	});

	it('lets no test stand for more than a few', () => {
		const shared = [...counted(built.map(({ file, title }) => `${file} › ${title}`))];
		expect(shared.filter(([, times]) => times > MOST_PER_TEST)).toEqual([]);
	});
});
