import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { limits } from '../limits.ts';
import { inTime } from './pdf-wait.ts';

it('a sound file is not damaged because the machine had no time for it', async () => {
	const reading = inTime(readFile(fileURLToPath(import.meta.url), 'utf8'));
	// Nothing else gets a turn; after it the clock says that the step took too long.
	const until = performance.now() + limits.pdfStepMs + 200;
	while (performance.now() < until);
	expect(await reading).toContain('import');
});

it('what never comes is given up', async () => {
	await expect(inTime(new Promise(() => {}))).rejects.toMatchObject({ reason: 'damaged' });
});

it('what fails, fails with its own reason', async () => {
	await expect(inTime(Promise.reject(new RangeError('own')))).rejects.toThrow(RangeError);
});
