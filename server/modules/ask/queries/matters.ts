import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Matters, readMatters } from '../rules/matters.ts';

const FOLDER = fileURLToPath(new URL('../matters/', import.meta.url));
let bank: Matters | null = null;

/** The bank of matters of this process, read when first asked for. */
export function mattersOf(): Matters {
	bank ??= new Matters(
		readdirSync(FOLDER)
			.filter((name) => name.endsWith('.txt'))
			.sort()
			.flatMap((name) => readMatters(readFileSync(`${FOLDER}${name}`, 'utf8'))),
	);
	return bank;
}
