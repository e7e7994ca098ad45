import { fork, spawn } from 'node:child_process';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import autocannon from 'autocannon';

const CONNECTIONS = 16;
const SECONDS = 4;
/** As browsers ask. */
const HEADERS = { 'accept-encoding': 'gzip, deflate, br' };

export interface Loaded {
	perSecond: number;
	/** Milliseconds. */
	p99: number;
	failed: number;
}

async function load(urls: readonly string[]): Promise<Loaded> {
	const [url = ''] = urls;
	const requests = urls.map((one) => ({ path: new URL(one).pathname + new URL(one).search }));
	const result = await autocannon({ url, requests, connections: CONNECTIONS, duration: SECONDS, headers: HEADERS });
	return { perSecond: result.requests.average, p99: result.latency.p99, failed: result.non2xx + result.errors };
}

/** Sixteen connections asking for these addresses in turn, from a process of its own: on two cores the server has one to itself. */
export async function loadApart(urls: readonly string[]): Promise<Loaded> {
	const child = fork(new URL(import.meta.url), ['--load'], { execArgv: ['--import', 'tsx'] });
	return await new Promise((resolve, reject) => {
		child.once('message', (message) => resolve(message as Loaded));
		child.once('exit', (code) => (code ? reject(new Error(`load ended with ${code}`)) : undefined));
		child.send(urls);
	});
}

/**
 * The same for one address by wrk, where there is one (`apt-get install wrk`): autocannon, itself a Node program, asks no faster than
 * a bare Node server answers, and would call everything its equal.
 */
export async function loadFast(url: string): Promise<Loaded> {
	const asked = HEADERS['accept-encoding'];
	const options = ['-t1', `-c${CONNECTIONS}`, `-d${SECONDS}s`, '--latency', '-H', `Accept-Encoding: ${asked}`];
	const child = spawn('wrk', [...options, url], { stdio: ['ignore', 'pipe', 'inherit'] });
	let told = '';
	child.stdout.on('data', (chunk: Buffer) => {
		told += chunk.toString();
	});
	const ended = await new Promise<boolean>((resolve) => {
		child.once('error', () => resolve(false));
		child.once('close', (code) => resolve(code === 0));
	});
	const figure = (pattern: RegExp) => Number(pattern.exec(told)?.[1] ?? 0);
	if (!ended) return await loadApart([url]);
	return {
		perSecond: figure(/Requests\/sec:\s+([\d.]+)/),
		p99: Math.round(
			figure(/99%\s+([\d.]+)us/) / 1000 || figure(/99%\s+([\d.]+)ms/) || figure(/99%\s+([\d.]+)s/) * 1000,
		),
		failed: figure(/Non-2xx or 3xx responses: (\d+)/),
	};
}

/** A bare Node HTTP server that sends the same bytes under the same headers: the limit for a page from memory. */
export async function serverOf(body: Buffer, headers: Record<string, string>): Promise<{ url: string; close(): void }> {
	const server = createServer((_request, response) => {
		response.writeHead(200, headers);
		response.end(body);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

/** The raw bytes a browser would get; fetch would unpack them. */
export async function sample(url: string): Promise<{ body: Buffer; headers: Record<string, string> }> {
	return await new Promise((resolve, reject) => {
		const asked = request(url, { headers: HEADERS }, (response) => {
			const chunks: Buffer[] = [];
			response.on('data', (chunk: Buffer) => chunks.push(chunk));
			response.on('end', () => {
				const kept = Object.entries(response.headers).filter(
					([name]) => !['connection', 'keep-alive', 'date', 'transfer-encoding'].includes(name),
				);
				const headers = Object.fromEntries(kept.map(([name, value]) => [name, String(value)]));
				resolve({ body: Buffer.concat(chunks), headers });
			});
		});
		asked.once('error', reject);
		asked.end();
	});
}

if (process.argv[2] === '--load') {
	process.once('message', async (urls) => {
		process.send?.(await load(urls as string[]));
		process.disconnect?.();
	});
}
