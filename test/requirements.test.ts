import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MODULES } from '../server/compose.ts';

const root = join(import.meta.dirname, '..');

interface Mechanism {
	id: string;
	text: string;
	where: string;
	shown: string;
}

/** The rows of docs/requirements.md. */
const mechanisms = readFileSync(join(root, 'docs/requirements.md'), 'utf8')
	.split('\n')
	.flatMap((line): Mechanism[] => {
		const [, id = '', text = '', where = '', shown = ''] = line.split('|').map((cell) => cell.trim());
		return /^00\d-\d+$/.test(id) ? [{ id, text, where, shown }] : [];
	});
const built = mechanisms.filter(({ where }) => where !== 'only text');

const routes = new Set(
	MODULES.flatMap(({ routes: own, pages = [] }) => [...own, ...pages]).map(({ method, path }) => `${method} ${path}`),
);
/** What a command line of ours begins with, and the file that does it. */
const COMMANDS: Readonly<Record<string, string>> = {
	'gongkai report audit': 'annual-report/src/cli/audit.ts',
	'gongkai import documents': 'server/cli/import.ts',
	'gongkai site export': 'server/cli/site.ts',
};

const SHOWN = /^`([^`]+)` › (.+)$/;
/** Lines of each report in the specification's list. */
const LINES = { '000': 89, '001': 74, '002': 75, '003': 95, '004': 114 };

describe('docs/requirements.md', () => {
	it('has each of the 447 mechanisms once', () => {
		const ids = Object.entries(LINES).flatMap(([report, lines]) =>
			Array.from({ length: lines }, (_, at) => `${report}-${String(at + 1).padStart(2, '0')}`),
		);
		expect(mechanisms.map(({ id }) => id)).toEqual(ids);
		expect(ids).toHaveLength(447);
	});

	it('says in words what each is, and why one is only text', () => {
		expect(mechanisms.filter(({ text, shown }) => text.length < 4 || shown.length < 20)).toEqual([]);
		expect(mechanisms.length - built.length).toBeLessThan(20);
	});

	it('names addresses and commands that exist', () => {
		const missing = built
			.map(({ where }) => where.replaceAll('`', ''))
			.filter((where) => !routes.has(where) && !existsSync(join(root, COMMANDS[where] ?? 'nowhere')));
		expect([...new Set(missing)]).toEqual([]);
	});

	it('names tests that exist', () => {
		const texts = new Map<string, string>();
		const textOf = (file: string) => {
			const known = texts.get(file) ?? (existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : '');
			texts.set(file, known);
			return known;
		};
		const missing = built.filter(({ shown }) => {
			const [, file = '', name = ''] = SHOWN.exec(shown) ?? [];
			return name === '' || !/\.test\.tsx?$/.test(file) || !textOf(file).includes(name);
		});
		expect(missing).toEqual([]);
	});
});
