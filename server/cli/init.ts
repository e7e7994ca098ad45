import { compose } from '../compose.ts';
import { readConfig } from '../config.ts';
import { AppError } from '../kernel/errors.ts';
import { hashPassword, type InitInput, initCounty, passwordIssues } from '../modules/offices/index.ts';
import { openDatabase } from '../open-database.ts';
import { migrate } from '../platform/migrate.ts';
import { transact } from '../platform/transaction.ts';
import type { Command, Io } from './main.ts';
import { readOptions, UsageError } from './options.ts';
import { readFirstLine, terminalPrompt } from './prompt.ts';

const USAGE = `用法：gongkai init [--county 县名] [--login 登录名] [--name 姓名] [--password-stdin]

建立一个新县的系统：县级主管部门和第一名系统管理员，不载入演示数据。未给出的内容会逐项询问。

  --county 县名        如 青河县
  --login 登录名       管理员的登录名，小写字母、数字
  --name 姓名          管理员的姓名
  --password-stdin     从标准输入读取密码
`;

const OPTIONS = {
	county: { type: 'string' },
	login: { type: 'string' },
	name: { type: 'string' },
	'password-stdin': { type: 'boolean' },
	help: { type: 'boolean' },
} as const;

interface Answers {
	county: string;
	login: string;
	name: string;
	password: string;
}

/** `gongkai init`: an empty county with its first administrator. */
export const initCommand: Command = {
	run: async (args, io) => {
		const { values } = readOptions(args, OPTIONS, USAGE);
		if (values.help) {
			io.out(USAGE);
			return 0;
		}
		const answers = await complete(values);
		check(answers);
		const config = readConfig(process.env);
		const database = await openDatabase(config, (text) => io.out(`${text}\n`));
		try {
			const passwordHash = await hashPassword(answers.password);
			const { county, login: loginName, name } = answers;
			await begin(config, database.url, { county, loginName, name, passwordHash });
			announce(answers, io);
		} finally {
			await database.close();
		}
		return 0;
	},
};

async function complete(values: Partial<Record<'county' | 'login' | 'name', string>> & { 'password-stdin'?: boolean }) {
	const { county, login, name } = values;
	if (values['password-stdin']) {
		if (!county || !login || !name) throw new UsageError(`请同时给出 --county、--login 和 --name。\n\n${USAGE}`);
		return { county, login, name, password: await readFirstLine() };
	}
	if (!process.stdin.isTTY) throw new UsageError(`没有终端可以询问，请使用 --password-stdin。\n\n${USAGE}`);
	const prompt = terminalPrompt();
	try {
		const answers = {
			county: county ?? (await prompt.ask('县名（如 青河县）：')),
			name: name ?? (await prompt.ask('管理员姓名：')),
			login: login ?? (await prompt.ask('管理员登录名：')),
			password: await prompt.askHidden('密码（不显示）：'),
		};
		if ((await prompt.askHidden('再次输入密码：')) !== answers.password) throw new UsageError('两次输入的密码不一致。');
		return answers;
	} finally {
		prompt.close();
	}
}

/** Everything that can be refused before a database is made. @throws AppError `invalid` */
function check({ county, login, password }: Answers): void {
	if (!/^\p{Script=Han}{2,20}$/u.test(county)) throw new UsageError('县名应为2至20个汉字，如 青河县。');
	const issues = passwordIssues(password, login);
	if (issues.length > 0) throw new AppError('invalid', { message: issues.map(({ message }) => message).join('\n') });
}

async function begin(config: ReturnType<typeof readConfig>, url: string, input: InitInput): Promise<void> {
	const services = compose(config, url);
	try {
		await migrate(services.database.pool);
		const { clock, listeners } = services;
		const actor = { kind: 'system' as const, name: 'gongkai init' };
		const context = { sql: services.database.sql, clock, listeners, actor, auditEvent: 'county.initialized' };
		await transact(context, (tx) => initCounty(tx, input));
	} finally {
		await services.database.close();
	}
}

function announce({ county, login }: Answers, io: Io): void {
	io.out(`已建立${county}的系统。\n  系统管理员登录名：${login}\n`);
	io.out('请运行 npm start 启动，登录工作台后补充机关信息、导入机关、添加人员。\n');
}
