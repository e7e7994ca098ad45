import { parseArgs } from 'node:util';
import type { ProfileName } from '../audit/index.ts';
import { profiles } from '../audit/index.ts';

export type OutputFormat = 'text' | 'json' | 'csv';

/** The arguments after the command's name. */
export interface ReportArgs {
	files: string[];
	format: OutputFormat;
	profile: ProfileName;
	/** Share of common text from which `audit` finds 内容雷同. */
	similarity?: number;
	evidence?: string;
	own?: string;
	total?: string;
	expect?: string;
	joint?: string;
	year?: number;
	to?: string;
	output?: string;
	/** `audit --json`: also a line for every rule that could not be checked. */
	showNotChecked: boolean;
	isHelp: boolean;
}

/** Bad arguments; `message` is one Chinese sentence. */
export class UsageError extends Error {}

const options = {
	json: { type: 'boolean' },
	format: { type: 'string' },
	profile: { type: 'string' },
	similarity: { type: 'string' },
	evidence: { type: 'string' },
	own: { type: 'string' },
	total: { type: 'string' },
	expect: { type: 'string' },
	joint: { type: 'string' },
	year: { type: 'string' },
	to: { type: 'string' },
	output: { type: 'string', short: 'o' },
	'not-checked': { type: 'boolean' },
	help: { type: 'boolean', short: 'h' },
} as const;

/** Parses the words after the command. Throws {@link UsageError}. */
export function parseReportArgs(words: readonly string[]): ReportArgs {
	const { values, positionals } = parse(words);
	const given = (name: 'evidence' | 'own' | 'total' | 'expect' | 'joint' | 'to' | 'output') => {
		const value = values[name];
		return value === undefined ? {} : { [name]: value };
	};
	return {
		files: positionals,
		format: values.json ? 'json' : oneOf('format', values.format ?? 'text', ['text', 'json', 'csv']),
		profile: oneOf('profile', values.profile ?? 'import', Object.keys(profiles) as ProfileName[]),
		...(values.similarity === undefined ? {} : { similarity: shareOf(values.similarity) }),
		...given('evidence'),
		...given('own'),
		...given('total'),
		...given('expect'),
		...given('joint'),
		...given('to'),
		...given('output'),
		...(values.year === undefined ? {} : { year: yearOf(values.year) }),
		showNotChecked: values['not-checked'] ?? false,
		isHelp: values.help ?? false,
	};
}

function parse(words: readonly string[]) {
	try {
		return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
	} catch (cause) {
		const word = /'(-{1,2}[^'\s]*)/.exec(String(cause))?.[1] ?? '';
		throw new UsageError(`选项 ${word} 不认识或缺少值，请用 gongkai report --help 查看用法。`, { cause });
	}
}

function oneOf<T extends string>(name: string, value: string, known: readonly T[]): T {
	const found = known.find((one) => one === value);
	if (!found) throw new UsageError(`--${name} 只能是 ${known.join('、')}，不能是「${value}」。`);
	return found;
}

function shareOf(text: string): number {
	const share = /^(?:0\.\d+|1(?:\.0+)?)$/.test(text) ? Number(text) : 0;
	if (share === 0) throw new UsageError(`--similarity 应是大于0、不超过1的小数，如0.7，不能是「${text}」。`);
	return share;
}

function yearOf(text: string): number {
	if (!/^20\d\d$/.test(text)) throw new UsageError(`--year 应是四位年份，不能是「${text}」。`);
	return Number(text);
}
