import { readConfig } from '../config.ts';
import { openDatabase } from '../open-database.ts';
import { connect } from '../platform/database.ts';
import { migrate } from '../platform/migrate.ts';
import type { Command } from './main.ts';

/** `gongkai migrate`: brings the database up to this program without starting it; `serve` does the same by itself. */
export const migrateCommand: Command = {
	run: async (_args, io) => {
		const config = readConfig(process.env);
		const opened = await openDatabase(config, (text) => io.out(`${text}\n`));
		try {
			const database = connect(opened.url, 1);
			const applied = await migrate(database.pool).finally(() => database.close());
			io.out(applied.length === 0 ? '数据库结构已是最新。\n' : `已执行：${applied.join('、')}\n`);
		} finally {
			await opened.close();
		}
		return 0;
	},
};
