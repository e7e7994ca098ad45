import { ConfigError } from '../config.ts';
import { FolderInUse } from '../platform/postgres/instance-lock.ts';
import { clockCommand } from './clock.ts';
import { serveCommand } from './serve.ts';

/** Where a command writes; given, so that tests can read it. */
export interface Io {
	out(text: string): void;
	err(text: string): void;
}

/** A command: its one-line description and what it does with the words after it; the result is the exit status. */
export interface Command {
	summary: string;
	run(args: string[], io: Io): Promise<number>;
}

const COMMANDS: Record<string, Command> = {
	serve: serveCommand,
	clock: clockCommand,
};

const REPORT_SUMMARY = '读取、审核、汇总、比较、生成年度报告（gongkai report --help）';

/** The command line of the server: `gongkai <command> …`. Errors are Chinese sentences on stderr, status 1. */
export async function runCli(argv: string[], io: Io): Promise<number> {
	const [name, ...args] = argv;
	if (!name || name === '--help' || name === 'help') {
		io.out(usage());
		return name ? 0 : 2;
	}
	const command = COMMANDS[name];
	if (!command) {
		io.err(`没有「${name}」这个命令。\n\n${usage()}`);
		return 2;
	}
	try {
		return await command.run(args, io);
	} catch (error) {
		io.err(`${explain(error)}\n`);
		return 1;
	}
}

function explain(error: unknown): string {
	if (error instanceof ConfigError || error instanceof FolderInUse) return error.message;
	return error instanceof Error ? error.message : String(error);
}

function usage(): string {
	const lines = Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(10)}${summary}`);
	return `用法：gongkai <命令> [参数]\n\n${lines.join('\n')}\n  ${'report'.padEnd(10)}${REPORT_SUMMARY}\n`;
}
