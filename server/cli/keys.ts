import { existsSync } from 'node:fs';
import { readConfig } from '../config.ts';
import { keyIds, keyPath, rotateKey } from '../platform/vault/index.ts';
import type { Command } from './main.ts';
import { readOptions, UsageError } from './options.ts';

const USAGE = `用法：gongkai keys [rotate]

不带参数：列出身份密钥的编号（不显示密钥本身）。
rotate：增加一把新密钥，此后登记的申请人身份用新密钥加密；旧密钥保留，已登记的身份仍能读出。
完成后请备份密钥文件，并重新启动各节点。
`;

/** `gongkai keys`: which keys identities are sealed with, and a new one for those to come. Never shows a key. */
export const keysCommand: Command = {
	run: async (args, io) => {
		const { values, positionals } = readOptions(args, { help: { type: 'boolean' } }, USAGE);
		const [action, ...more] = positionals;
		if (values.help) {
			io.out(USAGE);
			return await Promise.resolve(0);
		}
		if (more.length > 0 || (action !== undefined && action !== 'rotate')) {
			throw new UsageError(`无法识别的参数：${[action, ...more].join(' ')}\n\n${USAGE}`);
		}
		const { dataDir } = readConfig(process.env);
		const path = keyPath(dataDir);
		if (!existsSync(path)) {
			io.err(`还没有身份密钥：${path}。登记第一件申请时自动生成。\n`);
			return 1;
		}
		if (action === 'rotate') {
			const id = rotateKey(dataDir);
			io.out(`已增加密钥 ${id}。请备份 ${path}，并重新启动各节点。\n`);
			return 0;
		}
		const { current, ids } = keyIds(dataDir);
		for (const id of ids) io.out(`${id === current ? '当前' : '旧　'}  ${id}\n`);
		return 0;
	},
};
