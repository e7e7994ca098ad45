import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { help } from './cli/help.ts';
import type { CellState } from './model/index.ts';
import { stateNames } from './render/index.ts';

const url = (path: string) => new URL(`../${path}`, import.meta.url);
const readme = readFileSync(url('README.md'), 'utf8');
const block = (language: string, n = 0) =>
	[...readme.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\n\`\`\``, 'g'))][n]?.[1] ?? '';

describe('the README', () => {
	it('shows an example that runs and prints what it says', async () => {
		expect(block('ts')).toBe(readFileSync(url('fixtures/audit/example.ts'), 'utf8').trimEnd());
		const printed: string[] = [];
		const log = vi.spyOn(console, 'log').mockImplementation((...words: unknown[]) => {
			printed.push(words.map((word) => (typeof word === 'string' ? word : JSON.stringify(word))).join(' '));
		});
		await import('../fixtures/audit/example.ts');
		log.mockRestore();
		// console.log prints objects with blanks and single quotes, JSON does not: compare without either.
		const bare = (text: string) => text.replace(/["'\s]/g, '');
		expect(bare(printed.join('\n'))).toBe(bare(block('text')));
	});

	it('names every state and every command', () => {
		for (const state of Object.keys(stateNames) as CellState[]) expect(readme).toContain(`| \`${state}\` |`);
		const commands = [...help.matchAll(/^ {2}(\w+) {2,}/gm)].map(([, name]) => name);
		expect(commands).toHaveLength(6);
		for (const name of commands) expect(block('text', 1)).toContain(`gongkai report ${name}`);
	});

	it('names every option the help names', () => {
		const options = new Set([...help.matchAll(/(--[a-z-]+)/g)].map(([option]) => option));
		options.delete('--help');
		for (const option of options) expect(readme, option).toContain(option);
	});

	it('links to what exists', () => {
		for (const [, target = ''] of readme.matchAll(/\]\(([^)#]+)\)/g))
			expect(existsSync(url(target)), target).toBe(true);
	});
});
