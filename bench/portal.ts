import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { readConfig } from '../server/config.ts';
import { launchPostgres } from '../server/platform/postgres/launcher.ts';
import { serve } from '../server/serve.ts';
import { row } from './support/calibration.ts';

const CONNECTIONS = 16;
const SECONDS = 4;
const PATHS = ['/', '/o/wangxi', '/search?q=低保'];

/** Requests a second on one address, asked for as browsers do (gzip, br). */
async function load(url: string): Promise<{ perSecond: number; p99: number; failed: number }> {
	const headers = { 'accept-encoding': 'gzip, deflate, br' };
	const result = await autocannon({ url: encodeURI(url), connections: CONNECTIONS, duration: SECONDS, headers });
	return { perSecond: result.requests.average, p99: result.latency.p99, failed: result.non2xx + result.errors };
}

/** A bare Node HTTP server that sends the same bytes under the same headers: the limit for a page from memory. */
async function bareServer(body: Buffer, headers: Record<string, string>): Promise<{ url: string; close(): void }> {
	const server = createServer((_request, response) => {
		response.writeHead(200, headers);
		response.end(body);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

/** The raw bytes a browser would get; fetch would unpack them. */
async function sample(url: string): Promise<{ body: Buffer; headers: Record<string, string> }> {
	const { request } = await import('node:http');
	return await new Promise((resolve, reject) => {
		const asked = request(encodeURI(url), { headers: { 'accept-encoding': 'gzip, deflate, br' } }, (response) => {
			const chunks: Buffer[] = [];
			response.on('data', (chunk: Buffer) => chunks.push(chunk));
			response.on('end', () => {
				const headers = Object.entries(response.headers).filter(
					([name]) => !['connection', 'keep-alive', 'date', 'transfer-encoding'].includes(name),
				);
				resolve({
					body: Buffer.concat(chunks),
					headers: Object.fromEntries(headers.map(([name, value]) => [name, String(value)])),
				});
			});
		});
		asked.once('error', reject);
		asked.end();
	});
}

/** The load generator runs in a process of its own, so that on two cores the server has one to itself. */
async function loadApart(url: string): Promise<{ perSecond: number; p99: number; failed: number }> {
	const child = fork(new URL(import.meta.url), ['--load', url], { execArgv: ['--import', 'tsx'] });
	return await new Promise((resolve, reject) => {
		child.once('message', (message) => resolve(message as { perSecond: number; p99: number; failed: number }));
		child.once('exit', (code) => (code ? reject(new Error(`load ended with ${code}`)) : undefined));
	});
}

/** Portal pages from the cache against a bare Node server sending the same bytes, in the same run. */
export async function run(): Promise<void> {
	const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-bench-'));
	const postgres = await launchPostgres({ dataDir });
	const node = await serve(readConfig({ DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'error' }), postgres.url);
	try {
		const { loadDemo } = await import('../db/demo/load.ts');
		await loadDemo(node.services, () => {});
		const document = /href="(\/d\/\d+)"/.exec(await (await fetch(`${node.address}/`)).text())?.[1];
		for (const path of [...PATHS, ...(document ? [document] : [])]) await measure(`${node.address}${path}`, path);
	} finally {
		await node.close();
		await postgres.stop();
		rmSync(dataDir, { recursive: true, force: true });
	}
}

async function measure(url: string, path: string): Promise<void> {
	const { body, headers } = await sample(url);
	const bare = await bareServer(body, headers);
	const limit = await loadApart(bare.url);
	bare.close();
	const ours = await loadApart(url);
	row(`${path}  ${(body.length / 1024).toFixed(1)} KiB  p99 ${ours.p99} ms`, ours.perSecond, 'requests/s', {
		name: 'bare Node',
		value: limit.perSecond,
	});
	if (ours.failed > 0) console.log(`  ${ours.failed} requests failed`);
}

const [flag, target] = process.argv.slice(2);
if (flag === '--load' && target) {
	process.send?.(await load(target));
	process.disconnect?.();
}
