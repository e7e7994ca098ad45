import { open } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { compose } from '../compose.ts';
import { readConfig } from '../config.ts';
import {
	type ImportLine,
	type ImportOptions,
	type ImportSummary,
	importFrom,
	REPORT_HEAD,
	reportLine,
} from '../modules/publishing/index.ts';
import { connect } from '../platform/database.ts';
import { migrate } from '../platform/migrate.ts';
import type { Command, Io } from './main.ts';
import { readOptions, UsageError } from './options.ts';
import { reachDatabase } from './reach.ts';

const USAGE = `用法：gongkai import documents <文件或文件夹> [选项]

导入其他系统已经公开的信息，保留原发布时间、索引号和原网址（原网址会转到新页面）。逐条检查个人信息：
发现疑似个人信息，或者附件无法检查的，作为拟稿导入，不会直接公开。系统运行时也可以导入；中断后再次执行同样的命令即可继续。

  <文件或文件夹>   .jsonl、.csv、.xlsx、WordPress 导出的 .xml，或者存有网页（.html）的文件夹
  --office 机关    数据中没有写明公开机关时，归入这个机关（全称、简称或机构代码）
  --column 栏目    数据中没有写明栏目，或者栏目不存在时，归入这个栏目
  --create-columns  新建数据中有而机关没有的栏目
  --files 文件夹   附件和图片所在的文件夹，默认与数据文件相同
  --name 名称      数据来源的名称，同一来源的同一条只导入一次；默认为文件名
  --report 文件    把每一条的结果写入这个 .csv 文件
  --dry-run        只检查，不写入

列名或字段名可以是：标题 title、公开机关 office、发文机关 issuer、栏目 column、信息类型 type、文号 docNo、索引号 indexNo、
成文日期 date、发布时间 publishedAt、有效期至 expiresOn、主题分类 topic、体裁 category、关键词 keywords、内容概述 summary、
正文 html、有效性 status、原网址 url、附件 attachments、编号 id。
`;

const OPTIONS = {
	office: { type: 'string' },
	column: { type: 'string' },
	'create-columns': { type: 'boolean' },
	files: { type: 'string' },
	name: { type: 'string' },
	report: { type: 'string' },
	'dry-run': { type: 'boolean' },
	help: { type: 'boolean' },
} as const;

/** As many lines with something to say are printed; all of them go into the report. */
const MOST_LINES = 30;

/** `gongkai import documents`: what another system has published. Status 1 when a record could not be taken in. */
export const importCommand: Command = {
	run: async (args, io) => {
		const { values, positionals } = readOptions(args, OPTIONS, USAGE);
		if (values.help) {
			io.out(USAGE);
			return 0;
		}
		const [what, path, ...more] = positionals;
		if (what !== 'documents' || !path || more.length > 0) throw new UsageError(USAGE);
		const options: ImportOptions = {
			path: resolve(path),
			name: values.name ?? basename(path, extname(path)),
			office: values.office ?? '',
			column: values.column ?? '',
			createColumns: values['create-columns'] ?? false,
			filesIn: values.files ? resolve(values.files) : null,
			dryRun: values['dry-run'] ?? false,
		};
		const summary = await importInto(options, values.report, io);
		io.out(told(summary, options));
		return summary.refused > 0 ? 1 : 0;
	},
};

async function importInto(options: ImportOptions, report: string | undefined, io: Io): Promise<ImportSummary> {
	const config = readConfig(process.env);
	const opened = await reachDatabase(config, (text) => io.out(`${text}\n`));
	try {
		await migrated(opened.url);
		const services = compose(config, opened.url);
		const lines = report ? await reportTo(resolve(report)) : null;
		try {
			return await importFrom(services, options, { tell: listener(io, lines) });
		} finally {
			if (lines) await finished(lines.end());
			await services.database.close();
		}
	} finally {
		await opened.close();
	}
}

/** Opened before anything is imported: a report that cannot be written must not be missed at the end. */
async function reportTo(path: string): Promise<Writable> {
	const handle = await open(path, 'w').catch(() => null);
	if (!handle) throw new Error(`无法写入「${path}」，请检查文件夹是否存在、是否有写入权限。`);
	return handle.createWriteStream();
}

async function migrated(url: string): Promise<void> {
	const database = connect(url, 1);
	await migrate(database.pool).finally(() => database.close());
}

function listener(io: Io, report: Writable | null): (line: ImportLine) => void {
	report?.write(REPORT_HEAD);
	let told = 0;
	return (line) => {
		report?.write(reportLine(line));
		if (line.notes.length === 0) return;
		told += 1;
		if (told <= MOST_LINES) io.err(`${line.place} ${line.title}：${line.notes.join(' ')}\n`);
		if (told === MOST_LINES + 1) io.err('……其余从略，用 --report 保存每一条的结果。\n');
	};
}

function told(summary: ImportSummary, { dryRun }: ImportOptions): string {
	const { read, published, drafts, known, refused, newColumns, seconds } = summary;
	const lines = [
		`${dryRun ? '检查' : '读取'} ${read} 条：${dryRun ? '可以公开' : '公开'} ${published}，拟稿 ${drafts}，以前导入过 ${known}，未导入 ${refused}。`,
		...(newColumns.length > 0
			? [`${dryRun ? '需要新建' : '新建'}栏目 ${newColumns.length} 个：${newColumns.join('、')}`]
			: []),
		`读取 ${seconds.read.toFixed(1)} 秒，清理和检查 ${seconds.check.toFixed(1)} 秒，写入和检索 ${seconds.write.toFixed(1)} 秒。`,
	];
	return `${lines.join('\n')}\n`;
}
