import { runCli } from '../server/cli/main.ts';

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
