import { AppError } from '../kernel/errors.ts';
import { UsageError } from './options.ts';

/** Where a command writes; given, so that tests can read it. */
export interface Io {
	out(text: string): void;
	err(text: string): void;
}

/** What a command does with the words after it; the result is the exit status. */
export interface Command {
	run(args: string[], io: Io): Promise<number>;
}

/** A command is loaded when it is called: half of them need not start by reading the whole server. */
const COMMANDS: Record<string, { summary: string; load(): Promise<Command> }> = {
	serve: { summary: '启动系统（同 npm start）', load: async () => (await import('./serve.ts')).serveCommand },
	init: {
		summary: '建立新县的系统和第一名管理员（不含演示数据）',
		load: async () => (await import('./init.ts')).initCommand,
	},
	backup: {
		summary: '备份数据库和文件（系统运行时也可以）',
		load: async () => (await import('./backup.ts')).backupCommand,
	},
	restore: { summary: '从备份恢复', load: async () => (await import('./restore.ts')).restoreCommand },
	migrate: {
		summary: '升级数据库结构（启动时会自动进行）',
		load: async () => (await import('./migrate.ts')).migrateCommand,
	},
	doctor: {
		summary: '检查运行环境、数据库、日历和文件',
		load: async () => (await import('./doctor.ts')).doctorCommand,
	},
	keys: { summary: '列出或者更换身份密钥', load: async () => (await import('./keys.ts')).keysCommand },
	import: {
		summary: '导入其他系统已经公开的信息',
		load: async () => (await import('./import.ts')).importCommand,
	},
	site: {
		summary: '把公开网站导出为静态文件',
		load: async () => (await import('./site.ts')).siteCommand,
	},
	clock: { summary: '计算答复期限并逐日说明', load: async () => (await import('./clock.ts')).clockCommand },
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
		return await (await command.load()).run(args, io);
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
