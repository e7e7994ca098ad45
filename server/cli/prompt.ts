import { createInterface } from 'node:readline/promises';
import { type Readable, Writable } from 'node:stream';

/** Asks on the terminal. */
export interface Prompt {
	ask(question: string): Promise<string>;
	/** What is typed is not shown. */
	askHidden(question: string): Promise<string>;
	close(): void;
}

/** A prompt on the terminal. Without one there is nobody to ask: the options must say everything. */
export function terminalPrompt(input: Readable = process.stdin, shown: Writable = process.stdout): Prompt {
	let hidden = false;
	const output = new Writable({
		write(chunk, _encoding, done) {
			if (!hidden) shown.write(chunk);
			done();
		},
	});
	const lines = createInterface({ input, output, terminal: true });
	return {
		ask: async (question) => (await lines.question(question)).trim(),
		askHidden: async (question) => {
			shown.write(question);
			hidden = true;
			const answer = await lines.question('');
			hidden = false;
			shown.write('\n');
			return answer;
		},
		close: () => lines.close(),
	};
}

/** The first line of standard input, for a password handed over by a program. */
export async function readFirstLine(input: Readable = process.stdin): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of input) chunks.push(Buffer.from(chunk));
	return (Buffer.concat(chunks).toString('utf8').split('\n')[0] ?? '').replace(/\r$/, '');
}
