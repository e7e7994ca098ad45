import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Files of a release that are missing or not what its manifest says, and how many are right. */
export async function verifyRelease(folder: string): Promise<{ right: number; wrong: string[] }> {
	let right = 0;
	const wrong: string[] = [];
	const lines = createInterface({ input: createReadStream(join(folder, 'manifest.tsv'), 'utf8') });
	let first = true;
	for await (const line of lines) {
		if (first || line === '') {
			first = false;
			continue;
		}
		const [sha256, , , file = ''] = line.split('\t');
		if ((await hashOf(join(folder, file))) === sha256) right += 1;
		else wrong.push(file);
	}
	return { right, wrong };
}

async function hashOf(path: string): Promise<string | null> {
	const hash = createHash('sha256');
	try {
		for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
		return hash.digest('hex');
	} catch {
		return null;
	}
}
