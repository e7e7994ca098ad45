import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Report } from '../model/index.ts';
import { docx, html, run, runWith } from './testing.setup.ts';

const schemaOf = (path: string) => {
	const schema = JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as object;
	return new Ajv({ strict: false }).compile(schema);
};

const of = (organ: string, change: (report: Report) => void = () => {}) =>
	html((report) => {
		const renamed = { ...report, organ, title: report.title.replace('青河县清源镇人民政府', organ) };
		change(renamed);
		return renamed;
	});
const figure = (value: number) => ({ value, state: 'number' as const, raw: String(value) });

describe('sum', () => {
	const files = {
		'1.html': of('青河县清源镇人民政府'),
		'2.html': of('青河县双桥乡人民政府', (report) => {
			report.cells['t3.new.welfare'] = { value: null, state: 'blank', raw: '' };
		}),
		'names.txt': '\ufeff清源镇\r\n双桥乡\n\n沙河镇\n',
		'joint.json': JSON.stringify([{ organ: '青河县双桥乡人民政府', cells: { 't3.granted.total': 1 }, note: '第7号' }]),
	};

	it('prints the reconciliation as JSON that keeps to its schema', async () => {
		const { lines, status } = await run(files, 'sum', '1.html', '2.html', '--expect', 'names.txt', '--json');
		const [sum = {}] = lines;
		const validate = schemaOf('../aggregate/sum.schema.json');
		expect(validate(sum), JSON.stringify(validate.errors)).toBe(true);
		expect(sum).toMatchObject({ year: 2024, missing: ['沙河镇'], failures: [] });
		expect((sum.cells as Record<string, object>)['t3.new.total']).toEqual({ value: 36, states: { number: 2 } });
		expect((sum.findings as { rule: string }[]).map(({ rule }) => rule)).toEqual(
			expect.arrayContaining(['U-COV', 'U-OPEN']),
		);
		expect(status).toBe(1);
	});

	it('tells people what is missing and what stays open', async () => {
		const { out } = await run(files, 'sum', '1.html', '2.html', '--expect', 'names.txt', '--joint', 'joint.json');
		expect(out).toContain('2024年度汇总：单位2份');
		expect(out).toContain('缺报：沙河镇');
		expect(out).toContain('一、本年新收政府信息公开申请数量·总计 36件');
		expect(out).toContain('社会公益组织 1（另有空白1格）件');
		expect(out).toContain('U-DUP');
	});

	it('counts the county’s own report and compares with the published total', async () => {
		const total = of('青河县人民政府', (report) => {
			report.cells['t3.new.total'] = figure(50);
		});
		const argv = ['1.html', '--own', '2.html', '--total', 'total.html', '--json'];
		const { lines, status } = await run({ ...files, 'total.html': total }, 'sum', ...argv);
		const findings = lines[0]?.findings as { rule: string; cells: string[]; found: number; expected: number }[];
		expect(findings.find(({ cells, rule }) => rule === 'U-SUM' && cells[0] === 't3.new.total')).toMatchObject({
			found: 50,
			expected: 36,
		});
		expect(lines[0]).toMatchObject({ own: { organ: '青河县双桥乡人民政府' } });
		expect(status).toBe(1);
	});

	it('is clean for sound reports, and 2 once a file fails', async () => {
		const sound = { '1.html': of('青河县清源镇人民政府'), '2.html': of('青河县双桥乡人民政府') };
		expect((await run(sound, 'sum', '1.html', '2.html', '--year', '2024')).status).toBe(0);
		const failed = await run(sound, 'sum', '1.html', 'none.html', '2.html', '--json');
		expect(failed.status).toBe(2);
		expect(failed.lines[0]).toMatchObject({ failures: [{ file: 'none.html' }] });
		expect(failed.lines[0]?.units).toHaveLength(2);
	});

	it('prints csv with a column for each state', async () => {
		const { out } = await run(files, 'sum', '1.html', '2.html', '--format', 'csv');
		const lines = out.split('\r\n');
		expect(lines[0]).toBe(
			'\ufeff格式,地址,名称,单位,合计,数字格数,按勾稽关系还原格数,空白格数,零值符号格数,无法读取格数,文件中没有格数',
		);
		expect(lines.find((line) => line.includes(',t3.new.welfare,'))).toMatch(/,件,1,1,0,1,0,0,0$/);
		expect(lines.find((line) => line.includes('t2.normative.valid'))).toMatch(/^2021,/);
	});
});

describe('compare', () => {
	const before = html((report) => ({
		...report,
		year: 2023,
		title: report.title.replace('2024', '2023'),
		cells: {
			...report.cells,
			't3.new.total': figure(12),
			't3.partial.total': { value: null, state: 'dash', raw: '/' },
		},
	}));
	const files = { '2023.html': before, '2024.html': html(), 'note.txt': '青河县2018年报告\n没有表格。' };

	it('prints JSON that keeps to its schema', async () => {
		const { lines, status } = await run(files, 'compare', '2023.html', '2024.html', '--json');
		const validate = schemaOf('../compare/compare.schema.json');
		expect(validate(lines[0]), JSON.stringify(validate.errors)).toBe(true);
		expect(status).toBe(0);
		const rows = lines[0]?.rows as { key: string; changes: unknown }[];
		expect(rows.find(({ key }) => key === 't3.new.total')?.changes).toEqual([null, 6]);
	});

	it('says changes in words and gives no change for a dash', async () => {
		const { out } = await run(files, 'compare', '2023.html', '2024.html');
		expect(out).toContain('1. 2023.html（青河县清源镇人民政府，2023）');
		expect(out).toContain('总计 12 → 18（增加6件，50%）');
		expect(out).toMatch(/部分公开.*总计 零值符号 → 3\n/);
	});

	it('says what cannot be compared', async () => {
		const { out } = await run(files, 'compare', 'note.txt', '2024.html');
		expect(out).toContain('格式无此项');
		expect(out).toContain('有的报告没有统计表');
	});

	it('compares the files that could be read', async () => {
		const { status, err, out } = await run(files, 'compare', '2023.html', 'none.html', '2024.html');
		expect(status).toBe(2);
		expect(err).toContain('none.html');
		expect(out).toContain('12 → 18');
		const json = await run(files, 'compare', '2023.html', 'none.html', '--json');
		expect(json.lines).toEqual([{ file: 'none.html', failed: '没有这个文件，请检查路径。' }]);
	});

	it('prints csv with a column for each report and each change', async () => {
		const { out } = await run(files, 'compare', '2023.html', '2024.html', '--format', 'csv');
		const lines = out.split('\r\n');
		expect(lines[0]).toBe('\ufeff项目,单位,2023.html,2024.html,2024.html增减,可比,说明');
		expect(lines.find((line) => line.startsWith('一、本年新收政府信息公开申请数量·总计'))).toMatch(/,件,12,18,6,是,$/);
	});
});

describe('render', () => {
	it('writes each format, and text to the output where no file is named', async () => {
		const files = { 'a.docx': await docx() };
		for (const to of ['html', 'csv', 'json']) {
			const { out, status } = await run(files, 'render', 'a.docx', '--to', to);
			expect(status).toBe(0);
			expect(out.length).toBeGreaterThan(1000);
		}
		for (const to of ['docx', 'xlsx', 'html']) {
			const { written, out, status } = await run(files, 'render', 'a.docx', '--to', to, '-o', `b.${to}`);
			expect([status, out]).toEqual([0, '']);
			expect(written.get(`b.${to}`)?.length).toBeGreaterThan(1000);
		}
	});

	it('renders what was read, not something like it', async () => {
		const { written } = await run({ 'a.html': html() }, 'render', 'a.html', '--to', 'docx', '-o', 'b.docx');
		const document = strFromU8(unzipSync(written.get('b.docx') as Uint8Array)['word/document.xml'] ?? new Uint8Array());
		expect(document).toContain('清理长期不更新的专栏');
		expect(document).toContain('青河县清源镇人民政府2024年政府信息公开工作年度报告');
	});

	it('refuses a file it cannot read with its sentence', async () => {
		const { status, err } = await run({ 'a.docx': 'PK\u0003\u0004 no zip' }, 'render', 'a.docx', '--to', 'html');
		expect(status).toBe(2);
		expect(err).toMatch(/^a\.docx：.*。\n$/);
	});
});

describe('files read in threads', () => {
	const files = {
		'1.html': of('青河县清源镇人民政府'),
		'2.html': 'no report, and no table',
		'3.html': of('青河县双桥乡人民政府'),
	};

	it('come out in the order given, as if read one after the other', async () => {
		const alone = await run(files, 'read', '1.html', 'none.html', '2.html', '3.html', '--json');
		const together = await runWith(files, { threads: 2 }, [
			'read',
			'1.html',
			'none.html',
			'2.html',
			'3.html',
			'--json',
		]);
		expect(together).toEqual(alone);
		expect(together.lines).toHaveLength(4);
	});

	it('one that never ends is given up after ten seconds, and the others are read', async () => {
		const endless = readFileSync(new URL('../../fixtures/read/endless-type1.pdf', import.meta.url));
		const argv = ['read', 'a.pdf', '1.html', '--json'];
		const { lines, status } = await runWith({ 'a.pdf': endless, ...files }, { threads: 2 }, argv);
		expect(status).toBe(2);
		expect(lines[0]?.failed).toContain('十秒');
		expect(lines[1]).toMatchObject({ organ: '青河县清源镇人民政府' });
	});
});
