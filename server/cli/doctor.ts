import { readConfig } from '../config.ts';
import { databaseChecks, hostChecks } from './doctor-checks.ts';
import type { Command } from './main.ts';
import { readOptions } from './options.ts';
import { reachDatabase } from './reach.ts';

/** What a check found: fine, worth knowing, or something that keeps the system from working. */
export interface Finding {
	level: 'ok' | 'warn' | 'fail';
	text: string;
}

const MARKS = { ok: '✓', warn: '！', fail: '✗' };
const USAGE = '用法：gongkai doctor\n\n检查运行环境、数据库、日历和文件，系统运行时也可以使用。\n';

/** `gongkai doctor`: looks at everything the system stands on. Status 1 when something keeps it from working. */
export const doctorCommand: Command = {
	run: async (args, io) => {
		const { values } = readOptions(args, { help: { type: 'boolean' } }, USAGE);
		if (values.help) {
			io.out(USAGE);
			return 0;
		}
		const config = readConfig(process.env);
		const levels: Finding['level'][] = [];
		const tell = ({ level, text }: Finding) => {
			levels.push(level);
			io.out(`${MARKS[level]} ${text}\n`);
		};
		for (const finding of hostChecks(config)) tell(finding);
		const database = await reachDatabase(config, () => {}).catch((error: Error) => {
			tell({ level: 'fail', text: `数据库：${error.message}` });
			return null;
		});
		if (database) {
			try {
				for (const finding of await databaseChecks(config, database.url)) tell(finding);
			} catch (error) {
				tell({ level: 'fail', text: `数据库无法使用：${(error as Error).message}` });
			} finally {
				await database.close();
			}
		}
		const verdict = {
			ok: '一切正常。',
			warn: '可以运行，请留意带「！」的各项。',
			fail: '有问题需要处理，见带「✗」的各项。',
		};
		const worst = (['fail', 'warn'] as const).find((level) => levels.includes(level)) ?? 'ok';
		io.out(`\n${verdict[worst]}\n`);
		return worst === 'fail' ? 1 : 0;
	},
};
