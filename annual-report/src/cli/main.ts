import type { ReportArgs } from './args.ts';
import { parseReportArgs, UsageError } from './args.ts';
import { runAudit } from './audit.ts';
import { runCompare } from './compare.ts';
import { help } from './help.ts';
import type { FullIo, ReportIo } from './io.ts';
import { fullIo } from './io.ts';
import { runRead } from './read.ts';
import { runRender } from './render.ts';
import { runRules } from './rules.ts';
import { runSum } from './sum.ts';

export type { ReportIo } from './io.ts';

type Command = (args: ReportArgs, io: FullIo) => Promise<number> | number;

const commands: Record<string, Command> = {
	read: runRead,
	audit: runAudit,
	sum: runSum,
	compare: runCompare,
	render: runRender,
	rules: runRules,
};

/**
 * `gongkai report …`: `argv` are the words after `report`. Resolves with the exit status: 0 clean, 1 findings of
 * severity error, 2 a file could not be read or the words make no sense. Never rejects, never ends the process.
 */
export async function runReportCli(argv: readonly string[], io: ReportIo): Promise<number> {
	const [name = '', ...words] = argv;
	if (name === '' || name === 'help' || name === '--help' || name === '-h') {
		(name === '' ? io.err : io.out)(help);
		return name === '' ? 2 : 0;
	}
	try {
		const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
		if (!command) throw new UsageError(`没有命令「${name}」，请用 gongkai report --help 查看用法。`);
		const args = parseReportArgs(words);
		if (args.isHelp) {
			io.out(help);
			return 0;
		}
		if (args.files.length === 0 && name !== 'rules')
			throw new UsageError('没有给出文件，请用 gongkai report --help 查看用法。');
		return await command(args, fullIo(io));
	} catch (cause) {
		io.err(
			cause instanceof UsageError ? `${cause.message}\n` : '程序出错，没有完成，请把命令和文件交给维护人员查看。\n',
		);
		if (!(cause instanceof UsageError)) io.err(`${String(cause)}\n`);
		return 2;
	}
}
