import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { drain } from './drain.ts';

let server: Server;

afterEach(() => server?.close());

/** Refuses after the first piece, as an upload over the limit is refused. */
async function listen(beforeAnswer: (incoming: Parameters<typeof drain>[0]) => Promise<void>): Promise<number> {
	server = createServer((incoming, answer) => {
		incoming.once('data', async () => {
			incoming.pause();
			await beforeAnswer(incoming);
			answer.statusCode = 422;
			answer.end('表单');
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return (server.address() as AddressInfo).port;
}

/** Sends everything before it looks at the answer, as a browser does. */
async function sendAll(port: number, megabytes: number): Promise<{ status: number; sent: number }> {
	const piece = Buffer.alloc(1024 * 1024);
	return await new Promise((resolve, reject) => {
		let sent = 0;
		const outgoing = request({ port, host: '127.0.0.1', method: 'POST' }, (answer) => {
			answer.resume();
			answer.on('end', () => resolve({ status: answer.statusCode ?? 0, sent }));
		});
		outgoing.on('error', reject);
		const next = () => {
			if (sent === megabytes) return void outgoing.end();
			sent += 1;
			outgoing.write(piece, next);
		};
		next();
	});
}

describe('a refused upload', () => {
	test('is read to its end, so that whoever sends everything first gets the answer', async () => {
		const port = await listen(drain);
		expect(await sendAll(port, 40)).toEqual({ status: 422, sent: 40 });
	});

	test('that was short already is answered at once', async () => {
		const port = await listen(drain);
		expect((await sendAll(port, 1)).status).toBe(422);
	});

	test('whose sender went away does not hold the server', async () => {
		let drained: () => void = () => {};
		const done = new Promise<void>((resolve) => {
			drained = resolve;
		});
		const port = await listen(async (incoming) => {
			await drain(incoming);
			drained();
		});
		const outgoing = request({ port, host: '127.0.0.1', method: 'POST', headers: { 'content-length': 10_000_000 } });
		outgoing.on('error', () => {});
		outgoing.write(Buffer.alloc(1000), () => setTimeout(() => outgoing.destroy(), 50));
		await done;
	});
});
