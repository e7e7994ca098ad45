import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { row } from './support/calibration.ts';

const LIMIT_SECONDS = 5;

/** Seconds from the command to the line that says the system is ready. */
async function timeStart(dataDir: string): Promise<{ seconds: number; stop(): Promise<void> }> {
	const started = performance.now();
	const child = spawn(process.execPath, ['scripts/start.mjs'], {
		env: { ...process.env, DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'error' },
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	await ready(child);
	const seconds = (performance.now() - started) / 1000;
	return {
		seconds,
		stop: () =>
			new Promise((resolve) => {
				child.once('exit', () => resolve());
				child.kill('SIGINT');
			}),
	};
}

function ready(child: ChildProcess): Promise<void> {
	return new Promise((resolve, reject) => {
		let text = '';
		child.stdout?.on('data', (chunk: Buffer) => {
			text += chunk.toString();
			if (text.includes('已启动')) resolve();
		});
		child.once('exit', (code) => reject(new Error(`start ended with ${code}: ${text}`)));
	});
}

/** Cold: an empty data folder, so initdb, migrations and the demo county too. Warm: the second start on it. */
export async function run(): Promise<void> {
	const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-bench-'));
	try {
		const cold = await timeStart(dataDir);
		await cold.stop();
		const warm = await timeStart(dataDir);
		await warm.stop();
		row('cold start (new database, demo county)', cold.seconds, 's');
		row('warm start', warm.seconds, 's', { name: 'limit', value: LIMIT_SECONDS });
	} finally {
		rmSync(dataDir, { recursive: true, force: true });
	}
}
