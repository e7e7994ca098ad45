import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Config, ROOT, readConfig } from '../config.ts';
import { keysFolder } from '../platform/backup/keys.ts';
import { writeBackup } from '../platform/backup/write.ts';
import { civilDay } from '../platform/clock.ts';
import { folderStore } from '../platform/files.ts';
import type { Command } from './main.ts';
import { readOptions, sizeText } from './options.ts';
import { reachDatabase } from './reach.ts';

const USAGE = `用法：gongkai backup [文件] [--without-keys] [--url 数据库地址]

把数据库、全部文件和密钥备份到一个 .tar.gz 文件。系统运行时也可以备份，得到的是同一时刻的完整内容。
备份含有申请人身份信息和解读它的密钥，请加密保存，限专人保管。

  文件          备份文件名，不填则为 gongkai-日期.tar.gz；已有的文件不会被覆盖
  --without-keys  不备份密钥，由您另行保管数据目录中的 keys 目录；没有它，申请人身份无法读出
  --url 地址    备份这个 PostgreSQL（默认为 DATABASE_URL，或数据目录中的内置数据库）
`;

const OPTIONS = {
	'without-keys': { type: 'boolean' },
	url: { type: 'string' },
	help: { type: 'boolean' },
} as const;

/** `gongkai backup`: database and files into one archive, also while the system runs. */
export const backupCommand: Command = {
	run: async (args, io) => {
		const { values, positionals } = readOptions(args, OPTIONS, USAGE);
		if (values.help) {
			io.out(USAGE);
			return 0;
		}
		const config = withUrl(readConfig(process.env), values.url);
		const target = resolve(positionals[0] ?? `gongkai-${civilDay(new Date())}.tar.gz`);
		if (existsSync(target)) throw new Error(`文件已存在：${target}\n请换一个文件名，或先移走原来的备份。`);
		mkdirSync(dirname(target), { recursive: true });
		const progress = (text: string) => io.out(`${text}\n`);
		const database = await reachDatabase(config, progress);
		if (database.running) io.out('系统正在运行，备份此刻的内容。\n');
		try {
			const files = folderStore(join(config.dataDir, 'files'));
			const keys = values['without-keys'] ? null : keysFolder(config.dataDir);
			const source = { url: database.url, files, keys, program: programVersion(), progress };
			const manifest = await writeBackup(source, target);
			const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
			io.out(
				`已备份到 ${target}\n  ${rows} 行数据，${manifest.files.length} 个文件，${sizeText(statSync(target).size)}\n`,
			);
			if (manifest.lost.length === 0) return 0;
			io.err(`注意：有 ${manifest.lost.length} 个文件在磁盘上缺失或已损坏，没有备份：\n`);
			for (const sha256 of manifest.lost) io.err(`  ${sha256}\n`);
			return 1;
		} finally {
			await database.close();
		}
	},
};

/** The settings with another database, when one is named on the command line. */
export function withUrl(config: Config, url: string | undefined): Config {
	return url ? readConfig({ ...process.env, DATABASE_URL: url }) : config;
}

export function programVersion(): string {
	const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
	return version;
}
