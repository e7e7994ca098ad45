import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const SOURCE = join(import.meta.dirname, '..');

function textOf(ending: RegExp): string {
	return readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
		.filter((name) => ending.test(name) && !name.includes('.test.'))
		.map((name) => readFileSync(join(SOURCE, name), 'utf8'))
		.join('\n');
}

const found = (text: string, pattern: RegExp) => new Set([...text.matchAll(pattern)].map(([, name = '']) => name));

test('every class of ours that a screen names is drawn, and none is drawn that no screen names', () => {
	const used = found(textOf(/\.tsx?$/), /\b(gk-[a-z-]+)/g);
	const drawn = found(textOf(/\.css$/), /\.(gk-[a-z-]+)/g);
	// 「gk-cell-${state}」: the rest is made.
	const begun = [...used].filter((name) => name.endsWith('-'));
	const isNamed = (name: string) => used.has(name) || begun.some((start) => name.startsWith(start));
	expect([...used].filter((name) => !name.endsWith('-') && !drawn.has(name))).toEqual([]);
	expect([...drawn].filter((name) => !isNamed(name))).toEqual([]);
});
