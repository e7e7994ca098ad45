import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** An nginx with one worker that sends the same bytes from a file, as on an exported site; null where there is no nginx. */
export async function nginxOf(
	body: Buffer,
	headers: Record<string, string>,
): Promise<{ url: string; close(): Promise<void> } | null> {
	if (!found()) return null;
	const folder = mkdtempSync(join(tmpdir(), 'gongkai-nginx-'));
	// Started by root, nginx reads as somebody else.
	chmodSync(folder, 0o755);
	const port = await freePort();
	mkdirSync(join(folder, 'site'));
	writeFileSync(join(folder, 'site', 'page'), body);
	const conf = join(folder, 'nginx.conf');
	writeFileSync(conf, confOf(folder, port, headers));
	const child = spawn('nginx', ['-c', conf, '-e', join(folder, 'error.log')], { stdio: 'ignore' });
	const url = `http://127.0.0.1:${port}/page`;
	await answering(url, child);
	return {
		url,
		close: async () => {
			const ended = new Promise((resolve) => child.once('exit', resolve));
			child.kill('SIGTERM');
			await ended;
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

function found(): boolean {
	try {
		execFileSync('nginx', ['-v'], { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
}

function confOf(folder: string, port: number, headers: Record<string, string>): string {
	const encoding = headers['content-encoding'];
	const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
	return `
daemon off;
worker_processes 1;
pid ${folder}/pid;
error_log ${folder}/error.log;
events { worker_connections 256; }
http {
	access_log off;
	sendfile on;
	keepalive_requests 1000000;
	open_file_cache max=100;
	default_type "${headers['content-type'] ?? 'text/html'}";
	${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join('\n\t')}
	server {
		listen 127.0.0.1:${port};
		root ${folder}/site;
		${encoding ? `add_header Content-Encoding ${encoding};` : ''}
	}
}
`;
}

async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	await new Promise((resolve) => server.close(resolve));
	return typeof address === 'object' && address ? address.port : 0;
}

async function answering(url: string, child: ChildProcess): Promise<void> {
	for (let tries = 0; tries < 50; tries += 1) {
		if (child.exitCode !== null) break;
		const answer = await fetch(url).catch(() => null);
		if (answer?.ok) return;
		await sleep(100);
	}
	throw new Error('nginx does not answer');
}
