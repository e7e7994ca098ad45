import { describe, expect, it } from 'vitest';
import { cleanReport } from '../../fixtures/audit/base.setup.ts';
import type { Finding } from '../model/index.ts';
import { ReadError } from '../read/index.ts';
import { parseReportArgs, UsageError } from './args.ts';
import { isRead, load, loadReports } from './files.ts';
import type { FullIo } from './io.ts';
import { fullIo } from './io.ts';
import { csvRows, jsonLine, sayFinding, sayPlace, sayReport } from './say.ts';
import { html } from './testing.setup.ts';

const silent = { out: () => {}, err: () => {} };
const ioWith = (more: Partial<FullIo>): FullIo => fullIo({ ...silent, ...more });

describe('parseReportArgs', () => {
	it('has text, import and nothing else where nothing was said', () => {
		expect(parseReportArgs(['a.txt', 'b.txt'])).toEqual({
			files: ['a.txt', 'b.txt'],
			format: 'text',
			profile: 'import',
			showNotChecked: false,
			isHelp: false,
		});
	});

	it('takes options before, between and behind files, and files behind --', () => {
		const args = parseReportArgs(['--json', 'a.txt', '-o', 'out.html', 'b.txt', '--year', '2024', '--', '-c.txt']);
		expect(args).toMatchObject({ files: ['a.txt', 'b.txt', '-c.txt'], format: 'json', output: 'out.html', year: 2024 });
	});

	it('lets --json win over --format', () => {
		expect(parseReportArgs(['--json', '--format', 'csv', 'a']).format).toBe('json');
	});

	it.each([[['--year', '1999']], [['--year', '20245']], [['--format', '']], [['--profile', 'County']], [['-x']]])(
		'refuses %j with a sentence',
		(words) => {
			expect(() => parseReportArgs(words)).toThrow(UsageError);
			expect(() => parseReportArgs(words)).toThrow(/。$/);
		},
	);
});

describe('sayPlace', () => {
	it.each([
		[undefined, ''],
		[{ page: 5, line: 3 }, '第5页第3行'],
		[{ table: 2, row: 4, column: 7 }, '表2第4行第7列'],
		[{ sheet: '表三', row: 4, column: 7 }, '工作表「表三」第4行第7列'],
		[{ paragraph: 12 }, '第12段'],
		[{ line: 30 }, '第30行'],
		[{}, ''],
	])('says %j as «%s»', (at, said) => {
		expect(sayPlace(at)).toBe(said);
	});
});

describe('what people read', () => {
	const finding: Finding = {
		rule: 'T3-ROW',
		severity: 'error',
		cells: [],
		found: 1,
		expected: 2,
		message: '不一致',
		basis: '格式',
	};

	it('has one line a finding, with its place where there is one', () => {
		expect(sayFinding(finding)).toBe('  错误 T3-ROW 不一致');
		expect(sayFinding({ ...finding, severity: 'info', at: { line: 3 } })).toBe('  说明 T3-ROW 不一致（第3行）');
	});

	it('names a report, and says what is not known of it', () => {
		const report = cleanReport('2021');
		expect(sayReport(report)).toBe('清源镇2024.docx（青河县清源镇人民政府，2024年度，2021年格式）');
		expect(sayReport({ ...report, organ: null, year: null, form: 'none' })).toBe(
			'清源镇2024.docx（机关名称不明，年度不明，没有统计表）',
		);
	});

	it('has JSON on one line and csv without a second byte order mark', () => {
		expect(jsonLine({ a: '两\n行' })).toBe('{"a":"两\\n行"}\n');
		expect(csvRows([['甲', 1]])).toBe('甲,1\r\n');
	});
});

describe('load', () => {
	const failing = (cause: unknown) =>
		ioWith({
			readFile: async () => {
				throw cause;
			},
		});
	const withCode = (code: string) => Object.assign(new Error(code), { code });

	it.each([
		[withCode('ENOENT'), '没有这个文件'],
		[withCode('EACCES'), '没有读取这个文件的权限'],
		[withCode('EPERM'), '没有读取这个文件的权限'],
		[withCode('EISDIR'), '是一个文件夹'],
		[withCode('EIO'), '无法读取'],
		[new ReadError('encrypted', '这个文件有密码，请先解除。'), '这个文件有密码'],
		['a string', '无法读取'],
	])('says %s in one sentence', async (cause, sentence) => {
		const loaded = await load('a.pdf', failing(cause));
		expect(isRead(loaded)).toBe(false);
		expect(loaded).toMatchObject({ file: 'a.pdf', failed: expect.stringContaining(sentence) });
	});

	it('keeps the path it was given as the report’s file', async () => {
		const loaded = await load('in/a.html', ioWith({ readFile: async () => new TextEncoder().encode(html()) }));
		expect(isRead(loaded) && loaded.report.file).toBe('in/a.html');
	});
});

describe('loadReports', () => {
	const files = (count: number) => Array.from({ length: count }, (_, i) => `${i}.html`);
	const progressOf = async (count: number, isTerminal: boolean) => {
		let err = '';
		const io = ioWith({
			isTerminal,
			err: (text) => {
				err += text;
			},
			expand: async (path) => [path],
			readFile: async () => {
				throw Object.assign(new Error(), { code: 'ENOENT' });
			},
		});
		const loaded = [];
		for await (const one of loadReports(files(count), io)) loaded.push(one);
		return { err, loaded };
	};

	it('shows progress to a person with many files, and to nobody else', async () => {
		expect((await progressOf(20, true)).err).toContain('正在读取 20/20');
		expect((await progressOf(19, true)).err).toBe('');
		expect((await progressOf(20, false)).err).toBe('');
	});

	it('gives every file in its order, read or not', async () => {
		const { loaded } = await progressOf(25, false);
		expect(loaded.map(({ file }) => file)).toEqual(files(25));
	});
});
