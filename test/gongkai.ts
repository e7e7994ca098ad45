import { type ChildProcess, spawn } from 'node:child_process';
import { runCli } from '../server/cli/main.ts';
import { ROOT } from '../server/config.ts';

/** What a command wrote and its exit status. */
export interface Answer {
	status: number;
	out: string;
	err: string;
}

/** Runs one command of the server's command line in this process, with these variables instead of the environment's. */
export async function runGongkai(args: string[], env: Record<string, string>): Promise<Answer> {
	const before = { ...process.env };
	const answer = { status: 0, out: '', err: '' };
	const io = {
		out: (text: string) => {
			answer.out += text;
		},
		err: (text: string) => {
			answer.err += text;
		},
	};
	for (const name of ['DATABASE_URL', 'DATA_DIR', 'DEMO', 'HOST', 'PORT']) delete process.env[name];
	Object.assign(process.env, env);
	try {
		answer.status = await runCli(args, io);
	} finally {
		process.env = before;
	}
	return answer;
}

/** A command as a process of its own, as people start it. */
export function startGongkai(
	args: string[],
	env: Record<string, string>,
): { child: ChildProcess; ended: Promise<Answer> } {
	const { DATABASE_URL: _url, DATA_DIR: _dir, DEMO: _demo, HOST: _host, PORT: _port, ...rest } = process.env;
	const child = spawn(process.execPath, ['bin/gongkai.mjs', ...args], { cwd: ROOT, env: { ...rest, ...env } });
	const answer = { status: 0, out: '', err: '' };
	child.stdout.on('data', (chunk: Buffer) => {
		answer.out += chunk.toString();
	});
	child.stderr.on('data', (chunk: Buffer) => {
		answer.err += chunk.toString();
	});
	const ended = new Promise<Answer>((resolve) => {
		child.once('close', (code) => resolve({ ...answer, status: code ?? -1 }));
	});
	return { child, ended };
}

/** The same with something on its standard input. */
export async function spawnGongkai(args: string[], env: Record<string, string>, stdin = ''): Promise<Answer> {
	const { child, ended } = startGongkai(args, env);
	child.stdin?.end(stdin);
	return await ended;
}
