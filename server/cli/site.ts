import { join, resolve } from 'node:path';
import { compose, MODULES } from '../compose.ts';
import { readConfig } from '../config.ts';
import { type ExportSummary, verifyRelease, writeSite } from '../portal/export/index.ts';
import type { Command, Io } from './main.ts';
import { readOptions, UsageError } from './options.ts';
import { reachDatabase } from './reach.ts';

const USAGE = `用法：gongkai site export <文件夹> [--full]
      gongkai site verify <文件夹>

export 把整个公开网站写成文件，供隔离区的 nginx 直接提供；检索、申请等页面指向 DYNAMIC_URL。系统运行时也可以导出。
再次导出只重新生成有变化的页面；新的一版完整写好后才一次切换（<文件夹>/current），中断不影响正在使用的一版。
verify 按清单核对当前一版的每个文件。

  PUBLIC_URL   静态网站的网址（环境变量，必填，与运行中的系统一致）
  DYNAMIC_URL  检索、依申请公开、互动等所在的网址（环境变量，必填，与运行中的系统一致）
  --full       全部重新生成
`;

/** `gongkai site …`: the public site as files. Status 1 when a file is not what the manifest says. */
export const siteCommand: Command = {
	run: async (args, io) => {
		const { values, positionals } = readOptions(args, { full: { type: 'boolean' }, help: { type: 'boolean' } }, USAGE);
		if (values.help) {
			io.out(USAGE);
			return 0;
		}
		const [what, folder, ...more] = positionals;
		if (!folder || more.length > 0) throw new UsageError(USAGE);
		if (what === 'export') return await exportTo(resolve(folder), values.full ?? false, io);
		if (what === 'verify') return await verify(resolve(folder), io);
		throw new UsageError(USAGE);
	},
};

async function exportTo(folder: string, full: boolean, io: Io): Promise<number> {
	const config = readConfig(process.env);
	const opened = await reachDatabase(config, (text) => io.out(`${text}\n`));
	try {
		const services = compose(config, opened.url);
		try {
			const began = performance.now();
			const summary = await writeSite(MODULES, services, { folder, full });
			io.out(told(summary, (performance.now() - began) / 1000));
			for (const { path, from } of summary.dead.slice(0, 20)) io.err(`页面「${from}」中的链接「${path}」不存在。\n`);
			return 0;
		} finally {
			await services.database.close();
		}
	} finally {
		await opened.close();
	}
}

function told({ release, pages, rendered, changed, removed, dead }: ExportSummary, seconds: number): string {
	return `已导出 ${pages} 个页面和文件（第 ${release} 版）：生成 ${rendered} 个，其中有变化的 ${changed} 个，去掉 ${removed} 个；失效链接 ${dead.length} 个。用时 ${seconds.toFixed(1)} 秒。\n`;
}

async function verify(folder: string, io: Io): Promise<number> {
	const { right, wrong } = await verifyRelease(join(folder, 'current'));
	io.out(`${right} 个文件与清单一致，${wrong.length} 个不一致。\n`);
	for (const file of wrong) io.err(`  ${file}\n`);
	return wrong.length > 0 ? 1 : 0;
}
