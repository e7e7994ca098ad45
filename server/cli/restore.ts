import { join, resolve } from 'node:path';
import { readConfig } from '../config.ts';
import { openDatabase } from '../open-database.ts';
import { keysFolder } from '../platform/backup/keys.ts';
import type { Manifest } from '../platform/backup/manifest.ts';
import { restoreBackup } from '../platform/backup/restore.ts';
import { verifyBackup } from '../platform/backup/verify.ts';
import { folderStore } from '../platform/files.ts';
import { withUrl } from './backup.ts';
import type { Command, Io } from './main.ts';
import { readOptions, UsageError } from './options.ts';

const USAGE = `用法：gongkai restore 文件 [--check] [--replace] [--url 数据库地址]

把备份恢复到空的系统。先核对全部内容，再在一次操作中写入数据库：中途失败或中断，原有数据不变。

  --check      只核对备份是否完好，不恢复
  --replace    替换现有的全部数据（系统须已停止）
  --url 地址   恢复到这个 PostgreSQL（默认为 DATABASE_URL，或数据目录中的内置数据库）
`;

const OPTIONS = {
	check: { type: 'boolean' },
	replace: { type: 'boolean' },
	url: { type: 'string' },
	help: { type: 'boolean' },
} as const;

/** `gongkai restore`: puts an archive back, or says why not and leaves everything as it was. */
export const restoreCommand: Command = {
	run: async (args, io) => {
		const { values, positionals } = readOptions(args, OPTIONS, USAGE);
		const [file] = positionals;
		if (values.help) {
			io.out(USAGE);
			return 0;
		}
		if (!file) throw new UsageError(`请指定备份文件。\n\n${USAGE}`);
		const path = resolve(file);
		if (values.check) {
			describe(await verifyBackup(path), io);
			io.out('备份完好。\n');
			return 0;
		}
		const config = withUrl(readConfig(process.env), values.url);
		const progress = (text: string) => io.out(`${text}\n`);
		const database = await openDatabase(config, progress);
		try {
			const files = folderStore(join(config.dataDir, 'files'));
			const keys = keysFolder(config.dataDir);
			const target = { url: database.url, files, keys, replace: values.replace ?? false, progress };
			const manifest = await restoreBackup(path, target);
			describe(manifest, io);
			if (manifest.keys.length === 0) io.out('备份中没有密钥：请把原数据目录中的 keys 目录复制到本数据目录。\n');
			io.out('已恢复。请运行 npm start 启动系统。\n');
		} finally {
			await database.close();
		}
		return 0;
	},
};

function describe(manifest: Manifest, io: Io): void {
	const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
	const made = manifest.createdAt.slice(0, 16).replace('T', ' ');
	io.out(`${manifest.county || '未命名'}，备份于 ${made}（世界时），${rows} 行数据，${manifest.files.length} 个文件\n`);
	if (manifest.lost.length > 0) io.out(`备份时已缺失的文件：${manifest.lost.length} 个\n`);
}
