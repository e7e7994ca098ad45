import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rules } from '../audit/index.ts';
import { allAddresses } from '../forms/index.ts';
import { runReportCli } from './main.ts';
import { docx, html, run, wrongHtml } from './testing.setup.ts';

describe('gongkai report', () => {
	it.each([['--help'], ['-h'], ['help'], ['audit', '--help']])('%s explains itself in Chinese', async (...argv) => {
		const { status, out } = await run({}, ...argv);
		expect(status).toBe(0);
		for (const word of ['read', 'audit', 'sum', 'compare', 'render', 'rules', '退出码', '--json'])
			expect(out).toContain(word);
	});

	it('without a command prints the help as an error', async () => {
		const { status, out, err } = await run({});
		expect([status, out]).toEqual([2, '']);
		expect(err).toContain('用法');
	});

	it.each([
		[['fix', 'a.txt'], '没有命令「fix」'],
		[['toString', 'a.txt'], '没有命令「toString」'],
		[['audit'], '没有给出文件'],
		[['audit', 'a.txt', '--colour'], '选项 --colour 不认识'],
		[['audit', 'a.txt', '--evidence'], '选项 --evidence'],
		[['read', 'a.txt', '--format', 'xml'], '--format 只能是 text、json、csv'],
		[['audit', 'a.txt', '--profile', 'strict'], '--profile 只能是 import、county'],
		[['audit', 'a.txt', '--similarity', '0'], '--similarity 应是大于0'],
		[['audit', 'a.txt', '--similarity', '70'], '--similarity 应是大于0'],
		[['sum', 'a.txt', '--year', '24'], '--year 应是四位年份'],
		[['render', 'a.txt'], '--to 只能是 html、docx、xlsx、csv、json、pdf'],
		[['render', 'a.txt', '--to', 'docx'], '需要用 -o 写明输出文件'],
		[['render', 'a.txt', 'b.txt', '--to', 'csv'], '每次处理一个文件'],
		[['compare', 'a.txt'], '至少需要两个文件'],
		[['rules', 'X-1'], '没有规则「X-1」'],
		[['audit', 'a.txt', '--evidence', 'none.json'], '无法作为 JSON 读取'],
		[['audit', 'a.txt', '--evidence', 'number.json'], '不是 JSON 对象'],
		[['sum', 'a.txt', '--own', 'none.txt'], '没有这个文件'],
		[['sum', 'a.txt', '--expect', 'none.txt'], '没有这个文件'],
		[['render', 'a.txt', '--to', 'pdf', '-o', 'a.pdf'], '没有排版组件'],
		[['render', 'a.txt', '--to', 'html', '-o', '/closed/a.html'], '不能写入'],
	])('%j answers with one sentence and status 2', async (argv, sentence) => {
		const files = { 'a.txt': '青河县清源镇2024年政府信息公开工作年度报告\n一、总体情况\n平稳。', 'number.json': '5' };
		const { status, err, written } = await run(files, ...argv);
		expect(status).toBe(2);
		expect(err).toContain(sentence);
		expect(err.trim().split('\n')).toHaveLength(1);
		expect(written.size).toBe(0);
	});
});

describe('read', () => {
	it('prints one JSON object a file, in the shape of the contract', async () => {
		const { status, lines } = await run(
			{ 'a.html': html(), 'b.docx': await docx() },
			'read',
			'a.html',
			'b.docx',
			'--json',
		);
		expect(status).toBe(0);
		expect(lines.map(({ file }) => file)).toEqual(['a.html', 'b.docx']);
		for (const line of lines) {
			expect(line).toMatchObject({
				organ: '青河县清源镇人民政府',
				year: 2024,
				form: '2021',
				period: ['2024-01-01', '2024-12-31'],
			});
			expect(Object.keys(line.cells as object)).toEqual(allAddresses('2021'));
			expect((line.cells as Record<string, object>)['t3.new.natural']).toMatchObject({
				value: 12,
				state: 'number',
				raw: '12',
			});
			expect((line.sections as object[]).length).toBe(11);
		}
	});

	it('goes on after a file it cannot read, and says so with status 2', async () => {
		const files = { 'a.html': html(), 'broken.docx': 'PK\u0003\u0004 half a file', 'empty.txt': '' };
		const { status, lines } = await run(files, 'read', 'none.pdf', 'broken.docx', 'empty.txt', 'a.html', '--json');
		expect(status).toBe(2);
		expect(lines.map(({ file }) => file)).toEqual(['none.pdf', 'broken.docx', 'empty.txt', 'a.html']);
		for (const line of lines.slice(0, 3)) expect(line.failed).toMatch(/[\u4e00-\u9fa5]{4,}.*。$/);
		expect(lines[0]?.failed).toBe('没有这个文件，请检查路径。');
		expect(lines[3]?.failed).toBeUndefined();
	});

	it('speaks to people without --json, errors apart from output', async () => {
		const { out, err, status } = await run({ 'a.html': html() }, 'read', 'a.html', 'none.pdf');
		expect(status).toBe(2);
		expect(out).toContain('a.html（青河县清源镇人民政府，2024年度，2021年格式）');
		expect(out).toContain('统计期限 2024-01-01 至 2024-12-31');
		expect(out).toContain('行政规范性文件·现行有效件数 14');
		expect(err).toBe('none.pdf：没有这个文件，请检查路径。\n');
	});

	it('prints csv with one line a cell', async () => {
		const { out } = await run({ 'a.html': html() }, 'read', 'a.html', '--format', 'csv');
		const lines = out.trimEnd().split('\r\n');
		expect(lines).toHaveLength(201);
		expect(lines[0]).toBe('\ufeff文件,地址,名称,数值,状态,原文,位置');
		expect(lines[1]).toContain('t2.regulation.made,规章·本年制发件数,0,数字,0,表1第3行第2列');
	});
});

describe('audit', () => {
	it('is clean with status 0 where nothing of weight is found', async () => {
		const { status, out } = await run({ 'a.html': html() }, 'audit', 'a.html');
		expect(status).toBe(0);
		expect(out).toContain('没有发现问题');
		expect(out).toContain('未核对');
		expect(out).toContain('共1份报告：错误0项、提醒0项、说明0项');
	});

	it('prints one finding a line with status 1, in the shape of the contract', async () => {
		const { status, lines } = await run({ 'a.html': wrongHtml() }, 'audit', 'a.html', '--json');
		expect(status).toBe(1);
		const row = lines.find(({ rule }) => rule === 'T3-ROW');
		expect(row).toMatchObject({ file: 'a.html', severity: 'error', found: 8, expected: 12, at: { table: 2 } });
		expect(row?.cells).toContain('t3.granted.natural');
		for (const line of lines) {
			expect(Object.keys(line).sort()).toEqual(
				expect.arrayContaining(['basis', 'cells', 'expected', 'file', 'found', 'message', 'rule', 'severity']),
			);
		}
	});

	it('says what was not checked when asked', async () => {
		const { lines, status } = await run({ 'a.html': html() }, 'audit', 'a.html', '--json', '--not-checked');
		expect(status).toBe(0);
		expect(lines.find(({ rule }) => rule === 'T3-REG')).toMatchObject({
			file: 'a.html',
			notChecked: expect.any(String),
		});
		expect((await run({ 'a.html': html() }, 'audit', 'a.html', '--json')).lines).toEqual([]);
	});

	it('gives a bad file precedence over findings', async () => {
		const { status, lines } = await run({ 'a.html': wrongHtml() }, 'audit', 'a.html', 'none.docx', '--json');
		expect(status).toBe(2);
		expect(lines.some(({ rule }) => rule === 'T3-ROW')).toBe(true);
		expect(lines.at(-1)).toEqual({ file: 'none.docx', failed: '没有这个文件，请检查路径。' });
	});

	it('lets the years of one office see each other', async () => {
		const before = html((report) => ({
			...report,
			year: 2023,
			title: report.title.replace('2024', '2023'),
			preface: '统计期限自2023年1月1日起至2023年12月31日止。',
			signedOn: '2024-01-20',
			cells: { ...report.cells, 't2.normative.valid': { value: 30, state: 'number', raw: '30' } },
		}));
		const alone = await run({ '2024.html': html() }, 'audit', '2024.html', '--json');
		const both = await run({ '2023.html': before, '2024.html': html() }, 'audit', '2023.html', '2024.html', '--json');
		const stock = (lines: Record<string, unknown>[]) => lines.find(({ rule }) => rule === 'T2C-STOCK');
		expect(stock(alone.lines)).toBeUndefined();
		expect(stock(both.lines)).toMatchObject({ file: '2024.html', found: 14, expected: 32 });
	});

	it('takes evidence by file and for all files', async () => {
		const files = {
			'a.html': html(),
			'one.json': JSON.stringify({ 'a.html': { normativeInForce: 15 } }),
			'all.json': JSON.stringify({ '*': { normativeInForce: 16 } }),
		};
		const found = async (evidence: string) =>
			(await run(files, 'audit', 'a.html', '--json', '--evidence', evidence)).lines.find(
				({ rule }) => rule === 'T2C-LIB',
			);
		expect(await found('one.json')).toMatchObject({ found: 14, expected: 15 });
		expect(await found('all.json')).toMatchObject({ found: 14, expected: 16 });
	});

	it('judges a submitted report by the county’s profile', async () => {
		const blank = html((report) => {
			report.cells['t3.deny.law.natural'] = { value: null, state: 'blank', raw: '' };
			return undefined;
		});
		const outside = await run({ 'a.html': blank }, 'audit', 'a.html', '--json');
		const submitted = await run({ 'a.html': blank }, 'audit', 'a.html', '--json', '--profile', 'county');
		expect([outside.status, submitted.status]).toEqual([0, 1]);
		expect(submitted.lines[0]).toMatchObject({ rule: 'T3-INT', severity: 'error' });
	});

	it('takes the share from which two reports are alike', async () => {
		const same =
			'镇党政办会同各站所逐项梳理政务公开事项，把惠农补贴、低保救助、宅基地审批等群众关心的内容列入清单，明确责任人和更新时限，按季度检查，对漏公开、迟公开的当场指出并限期补上，群众来电来访由专人登记答复。';
		const own = '年内新设三处查阅点，赶集日由驻村干部当面讲解政策，收到的意见转交有关站所，下个集日公布结果。';
		const page = (organ: string, words: string) => `${organ}2024年政府信息公开工作年度报告\n一、总体情况\n${words}`;
		const files = {
			'a.txt': page('青河县清源镇人民政府', same + own),
			'b.txt': page('青河县双桥乡人民政府', same),
		};
		const alike = async (...words: string[]) =>
			(await run(files, 'audit', 'a.txt', 'b.txt', '--json', ...words)).lines.filter(({ rule }) => rule === 'N-SIM');
		expect(await alike('--similarity', '1')).toEqual([]);
		expect(await alike('--similarity', '0.3')).not.toEqual([]);
	});

	it('prints csv that a spreadsheet opens safely', async () => {
		const { out } = await run({ '=a.html': wrongHtml() }, 'audit', '=a.html', '--format', 'csv');
		const [head, first] = out.split('\r\n');
		expect(head).toBe('\ufeff文件,规则,程度,问题,填报,应为,单元格,依据,位置');
		expect(first?.startsWith("'=a.html,T3-ROW,错误,")).toBe(true);
	});

	it('walks a folder', async () => {
		const files = { 'in/a.html': html(), 'in/b.html': wrongHtml(), 'out.html': wrongHtml() };
		const { lines } = await run(files, 'audit', 'in/', '--json');
		expect(new Set(lines.map(({ file }) => file))).toEqual(new Set(['in/b.html']));
	});
});

describe('rules', () => {
	it('lists them all, or the ones named', async () => {
		const all = await run({}, 'rules', '--json');
		expect(all.lines.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
		const one = await run({}, 'rules', 'T3-BAL');
		expect(one.out).toContain('T3-BAL 错误 表三第一项加第二项等于第三项加第四项');
		expect(one.out.trim().split('\n')).toHaveLength(1);
		expect((await run({}, 'rules', '--format', 'csv')).out.trimEnd().split('\r\n')).toHaveLength(rules.length + 1);
	});
});

describe('on a real disk', () => {
	let folder = '';
	beforeEach(async () => {
		folder = await mkdtemp(join(tmpdir(), 'report-cli-'));
	});
	afterEach(() => rm(folder, { recursive: true }));

	it('reads files and folders, skips what is hidden or of no known kind, and writes', async () => {
		await mkdir(join(folder, 'sub'));
		await writeFile(join(folder, 'a.html'), html());
		await writeFile(join(folder, 'sub', 'b.html'), wrongHtml());
		await writeFile(join(folder, '.hidden.html'), html());
		await writeFile(join(folder, 'photo.png'), 'x');
		let out = '';
		const io = {
			out: (text: string) => {
				out += text;
			},
			err: () => {},
			isTerminal: false,
		};
		expect(await runReportCli(['audit', folder, '--json'], io)).toBe(1);
		const files = new Set(
			out
				.trim()
				.split('\n')
				.map((line) => (JSON.parse(line) as { file: string }).file),
		);
		expect(files).toEqual(new Set([join(folder, 'sub', 'b.html')]));
		const target = join(folder, 'out.docx');
		expect(await runReportCli(['render', join(folder, 'a.html'), '--to', 'docx', '-o', target], io)).toBe(0);
		expect(await runReportCli(['read', target], io)).toBe(0);
		expect(await runReportCli(['read', join(folder, 'sub')], io)).toBe(0);
	});
});
