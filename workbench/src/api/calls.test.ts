import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import openapi from '../../../server/openapi.json' with { type: 'json' };

const SOURCE = join(import.meta.dirname, '..');
const CALL = /\bapi\.([A-Z]+)\(\s*'([^']+)',\s*\{\s*params:\s*\{[^{}]*(?:\{[^{}]*\}[^{}]*)?query:\s*\{([^{}]*)\}/g;

interface Call {
	file: string;
	method: string;
	path: string;
	/** Names of the parameters it asks with; what is spread in is typed where it was made. */
	names: string[];
}

function callsIn(file: string): Call[] {
	return [...readFileSync(join(SOURCE, file), 'utf8').matchAll(CALL)].map(([, method = '', path = '', query = '']) => ({
		...{ file, method: method.toLowerCase(), path },
		names: query
			.split(',')
			.map((part) => part.trim().split(':')[0]?.trim() ?? '')
			.filter((name) => /^\w+$/.test(name)),
	}));
}

function knownTo(method: string, path: string): string[] {
	const paths = openapi.paths as Record<string, Record<string, { parameters?: { name: string; in: string }[] }>>;
	const parameters = paths[path]?.[method]?.parameters ?? [];
	return parameters.filter((one) => one.in === 'query').map(({ name }) => name);
}

test('a screen asks with parameters the route knows: others are dropped in silence, and the compiler lets them pass', () => {
	const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));
	const calls = files.flatMap(callsIn);
	expect(calls.length).toBeGreaterThan(10);
	const unknown = calls.flatMap(({ file, method, path, names }) => {
		const known = knownTo(method, path);
		return names.filter((name) => !known.includes(name)).map((name) => `${file}: ${path}?${name}`);
	});
	expect(unknown).toEqual([]);
});
