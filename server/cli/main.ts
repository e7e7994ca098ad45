import { AppError } from '../kernel/errors.ts';
import { backupCommand } from './backup.ts';
import { clockCommand } from './clock.ts';
import { doctorCommand } from './doctor.ts';
import { initCommand } from './init.ts';
import { migrateCommand } from './migrate.ts';
import { UsageError } from './options.ts';
import { restoreCommand } from './restore.ts';
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
	init: initCommand,
	backup: backupCommand,
	restore: restoreCommand,
	migrate: migrateCommand,
	doctor: doctorCommand,
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
		return error instanceof UsageError ? 2 : 1;
	}
}

/** What the system says in English or in codes. */
const KNOWN: Record<string, string> = {
	ECONNREFUSED: '数据库没有响应，请检查 DATABASE_URL，或数据库是否已启动。',
	ENOTFOUND: '找不到数据库所在的主机，请检查 DATABASE_URL。',
	'28P01': '数据库拒绝了用户名或密码，请检查 DATABASE_URL。',
	'3D000': 'DATABASE_URL 指定的数据库不存在，请先建立。',
	ENOSPC: '磁盘空间不足。',
	'53100': '磁盘空间不足，数据库无法写入。',
	EACCES: '没有读写该文件或目录的权限。',
	EISDIR: '指定的是目录，请指定文件。',
};

function explain(error: unknown): string {
	if (error instanceof AppError) return error.userMessage;
	const code = (error as { code?: string } | null)?.code ?? '';
	return KNOWN[code] ?? (error instanceof Error ? error.message : String(error));
}

function usage(): string {
	const lines = Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(10)}${summary}`);
	return `用法：gongkai <命令> [参数]\n\n${lines.join('\n')}\n  ${'report'.padEnd(10)}${REPORT_SUMMARY}\n`;
}
