import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { WorkingCalendar } from '../kernel/calendar.ts';
import { type CivilDay, isCivilDay } from '../kernel/civil-day.ts';
import { countyCalendar, noticeFileSchema, officialCalendar } from '../law/calendars.ts';
import { clockFileSchema } from '../modules/applications/index.ts';
import { readEvents, readNotices, UsageError } from './clock-files.ts';
import { applicationOutput, type ClockOutput, clockOutputSchema, countOutput } from './clock-output.ts';
import { clockText } from './clock-text.ts';
import type { Command, Io } from './main.ts';

const USAGE = `用法：gongkai clock --received 日期 [--days 工作日数] [选项]
      gongkai clock --events 文件 [选项]

计算依申请公开的答复期限，逐日列出计入和不计入的理由。

  --received 日期   收到申请的日期，格式如2026-02-10
  --days 数         只计算这么多个工作日；不填按条例计算答复期限
  --events 文件     一件申请的全部事件（JSON，格式见 --schema events）
  --today 日期      同时显示截至这一天的办理情况
  --as-of 日期      只用截至这一天已发布的放假通知计算
  --notices 文件    另外载入放假通知（JSON，格式见 --schema notices）
  --json            输出JSON（格式见 --schema output）
  --schema 名称     输出 events、output 或者 notices 的JSON Schema
`;

const OPTIONS = {
	received: { type: 'string' },
	days: { type: 'string' },
	events: { type: 'string' },
	today: { type: 'string' },
	'as-of': { type: 'string' },
	notices: { type: 'string' },
	json: { type: 'boolean' },
	schema: { type: 'string' },
	help: { type: 'boolean' },
} as const;

type Options = Partial<Record<Exclude<keyof typeof OPTIONS, 'json' | 'help'>, string>> & {
	json?: boolean;
	help?: boolean;
};

const MAX_DAYS = 3660;
const CALENDAR_DAYS = { from: '2000-01-01', to: '2089-12-31' } as const;

/** `gongkai clock`: 0 when a clock was printed, 2 when the words or the file could not be understood. */
export async function runClockCli(argv: string[], io: Io): Promise<number> {
	try {
		const options = readOptions(argv);
		if (options.help) io.out(USAGE);
		else if (options.schema !== undefined) io.out(schemaText(options.schema));
		else {
			const output = await compute(options);
			io.out(options.json ? `${JSON.stringify(output)}\n` : clockText(output));
		}
		return 0;
	} catch (error) {
		if (error instanceof UsageError) io.err(`${error.message}\n`);
		else if (error instanceof RangeError) io.err('日期超出日历的范围（2000年至2099年）。\n');
		else throw error;
		return 2;
	}
}

export const clockCommand: Command = { run: runClockCli };

function readOptions(argv: string[]): Options {
	try {
		return parseArgs({ args: argv, options: OPTIONS, strict: true, allowPositionals: false }).values;
	} catch (error) {
		const word = /'(-[^' ]+)/.exec(error instanceof Error ? error.message : '')?.[1];
		throw new UsageError(`${word ? `选项 ${word} 有误` : '参数有误'}。\n\n${USAGE}`);
	}
}

async function compute(options: Options): Promise<ClockOutput> {
	const today = dayOption(options, 'today');
	if (options.received !== undefined && options.events !== undefined) {
		throw new UsageError('--received 与 --events 只能选用一个。');
	}
	if (options.events !== undefined) {
		if (options.days !== undefined) throw new UsageError('--days 只能与 --received 一起使用。');
		const file = await readEvents(options.events);
		for (const { on } of file.events) inRange(on);
		return applicationOutput(file.events, await calendarOf(options, file.calendarAsOf), today);
	}
	const received = dayOption(options, 'received');
	if (received === undefined) throw new UsageError(`请用 --received 或者 --events 说明要计算什么。\n\n${USAGE}`);
	const calendar = await calendarOf(options);
	if (options.days === undefined) {
		return applicationOutput([{ type: 'received', on: received, channel: 'counter' }], calendar, today);
	}
	if (today !== undefined) throw new UsageError('--today 不能与 --days 一起使用。');
	return countOutput(received, daysOption(options.days), calendar);
}

async function calendarOf(options: Options, fromFile?: CivilDay): Promise<WorkingCalendar> {
	const book = options.notices === undefined ? officialCalendar : countyCalendar(await readNotices(options.notices));
	const asOf = dayOption(options, 'as-of') ?? fromFile;
	return asOf === undefined ? book.latest : book.asOf(asOf);
}

function dayOption(options: Options, name: 'received' | 'today' | 'as-of'): CivilDay | undefined {
	const text = options[name];
	if (text === undefined) return undefined;
	if (!isCivilDay(text)) {
		throw new UsageError(`--${name} 的日期「${text.slice(0, 40)}」有误，应为实际存在的日期，格式如2026-02-10。`);
	}
	return inRange(text);
}

function inRange(day: CivilDay): CivilDay {
	if (day >= CALENDAR_DAYS.from && day <= CALENDAR_DAYS.to) return day;
	throw new UsageError(`日期${day}不在可以计算的范围内（${CALENDAR_DAYS.from}至${CALENDAR_DAYS.to}）。`);
}

function daysOption(text: string): number {
	const days = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
	if (days >= 1 && days <= MAX_DAYS) return days;
	throw new UsageError(`--days 应为1至${MAX_DAYS}之间的整数。`);
}

function schemaText(name: string): string {
	const schemas = { events: clockFileSchema, output: clockOutputSchema, notices: noticeFileSchema };
	if (name !== 'events' && name !== 'output' && name !== 'notices') {
		throw new UsageError('--schema 应为 events、output 或者 notices。');
	}
	return `${JSON.stringify(z.toJSONSchema(schemas[name], { io: 'input' }), null, 2)}\n`;
}
