import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../config.ts';

/** A hash of the program as far as pages are made by it: after an upgrade all of them are made anew. */
export function programHash(): string {
	const hash = createHash('sha256');
	const files = readdirSync(join(ROOT, 'server'), { recursive: true, encoding: 'utf8' })
		.filter((name) => /\.(?:tsx?|css|js|svg)$/.test(name) && !/\.test\.tsx?$|(?:^|\/)node_modules\//.test(name))
		.sort();
	for (const name of files) hash.update(name).update(readFileSync(join(ROOT, 'server', name)));
	return hash.digest('hex').slice(0, 16);
}
