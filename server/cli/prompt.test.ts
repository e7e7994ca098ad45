import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { readFirstLine, terminalPrompt } from './prompt.ts';

/** A terminal somebody types on. */
function terminal() {
	const [input, output] = [new PassThrough(), new PassThrough()];
	let shown = '';
	output.on('data', (chunk: Buffer) => {
		shown += chunk.toString();
	});
	return { input, output, shown: () => shown };
}

describe('a prompt', () => {
	test('shows what is typed, without the spaces around the answer', async () => {
		const { input, output, shown } = terminal();
		const prompt = terminalPrompt(input, output);
		const answer = prompt.ask('县名：');
		input.write('  青河县 \n');
		expect(await answer).toBe('青河县');
		expect(shown()).toContain('县名：');
		prompt.close();
	});

	test('does not show a password, and leaves its spaces alone', async () => {
		const { input, output, shown } = terminal();
		const prompt = terminalPrompt(input, output);
		const answer = prompt.askHidden('密码：');
		input.write(' Liuxi-Zhen-27 \n');
		expect(await answer).toBe(' Liuxi-Zhen-27 ');
		expect(shown()).toContain('密码：');
		expect(shown()).not.toContain('Liuxi');
		const next = prompt.ask('姓名：');
		input.write('石磊\n');
		expect(await next).toBe('石磊');
		prompt.close();
	});
});

describe('the first line of an input', () => {
	test.each([
		['Liuxi-Zhen-27\n', 'Liuxi-Zhen-27'],
		['Liuxi-Zhen-27\r\nmore\n', 'Liuxi-Zhen-27'],
		['Liuxi-Zhen-27', 'Liuxi-Zhen-27'],
		[' keeps spaces \n', ' keeps spaces '],
		['', ''],
	])('of %j is %j', async (text, line) => {
		const input = new PassThrough();
		input.end(text);
		expect(await readFirstLine(input)).toBe(line);
	});

	test('comes through in pieces that cut characters', async () => {
		const bytes = Buffer.from('密码-Abc-123456\n');
		const input = new PassThrough();
		input.write(bytes.subarray(0, 4));
		input.end(bytes.subarray(4));
		expect(await readFirstLine(input)).toBe('密码-Abc-123456');
	});
});
