import { describe, expect, it } from 'vitest';
import type { TableForm } from '../forms/index.ts';
import { layoutsOf, statLines } from '../forms/index.ts';
import type { Finding, Report } from '../model/index.ts';
import { readReport } from '../read/index.ts';
import type { AuditOptions } from './index.ts';
import { auditReport } from './index.ts';

/*
 * Reports of invented offices, written as people write them and read from their text: what the audit finds in them is
 * what it has to find in real ones of the same make.
 */
async function audit(text: string, options: AuditOptions = {}): Promise<{ report: Report; findings: Finding[] }> {
	const report = await readReport(new TextEncoder().encode(text), '年报.txt');
	return { report, findings: auditReport(report, options).findings };
}

const errorsOf = (findings: readonly Finding[]) =>
	findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
const of = (rule: string, findings: readonly Finding[]) => findings.filter((finding) => finding.rule === rule);

/** The 2014 table as it comes out of a word processor: label, unit and figure on lines of their own. */
function oldTable(figures: Record<string, number>): string {
	const lines = statLines.map((line) => {
		const figure = line.header ? '' : String(figures[line.code] ?? 0);
		return `　　${line.ordinal}${line.label}${line.note}\n\t${line.unit}\n\t${figure}`;
	});
	return ['\t统　计　指　标\n\t单位\n\t统计数', ...lines].join('\n\n');
}

/** The tables of a form, one cell a line, as a web page is copied; figures by address, all others 0 unless `zero` is else. */
function copied(form: TableForm, figures: Record<string, number>, zero = '0'): string[] {
	return layoutsOf(form).map((layout) => {
		const rows = Array.from({ length: layout.rows }, (_, row) =>
			layout.cells
				.filter((cell) => cell.row === row)
				.map((cell) => (cell.address ? String(figures[cell.address] ?? zero) : cell.text))
				.filter((text) => text !== '')
				.join('\n\t'),
		);
		return rows.join('\n\n\t');
	});
}

describe('a narrative that says there were no applications beside a table that has some', () => {
	const figures = {
		...{ '1.1': 95, '1.1.1': 12, '1.1.2': 12, '1.2.2': 30, '1.2.3': 8, '1.2.5': 12, '2.1': 2, '2.2.4': 2 },
		...{ '3.1': 42, '3.1.1': 40, '3.1.5': 2, '3.2': 42, '3.2.1': 42, '8': 1, '8.2': 1, '12.2': 2, '12.2.2': 2 },
	};
	const text = (received: string) => `双桥乡2016年度政府信息公开工作年度报告

本报告根据《中华人民共和国政府信息公开条例》编制，包括概述、主动公开情况、依申请公开情况、复议诉讼情况、问题和打算。
一、概述
2016年，双桥乡由一名副乡长分管公开工作，在政务大厅设了公开栏。
二、主动公开情况
全年主动公开政府信息95条。
三、依申请公开情况
${received}
四、复议诉讼情况
没有发生行政复议和行政诉讼。
五、问题和打算
更新不够及时，今后按月检查。

附件：2016年双桥乡政府信息公开工作情况统计表

${oldTable(figures)}
`;

	it.each([
		'2016年，我乡未收到政府信息公开申请。',
		'2016年我乡没有收到公民、法人和其他组织的政府信息公开申请。',
		'全年无依申请公开政府信息的申请。',
		'本年度我乡收到政府信息公开申请0件。',
	])('is found: «%s»', async (sentence) => {
		const { report, findings } = await audit(text(sentence));
		expect([report.form, report.year]).toEqual(['2014', 2016]);
		expect(of('N-REQ', findings)[0]).toMatchObject({ severity: 'error', found: 0, expected: 42 });
		expect(of('N-REQ', findings)[0]?.at).toHaveProperty('line');
	});

	it('comes with concluded applications nobody answered and channels that carry too little', async () => {
		const { findings } = await audit(text('收到政府信息公开申请42件，全部按时办结。'));
		expect(of('A-12', findings)[0]).toMatchObject({ found: 0, expected: 42 });
		expect(of('A-09', findings)[0]).toMatchObject({ found: 50, expected: 95 });
		expect(of('N-REQ', findings)).toEqual([]);
		expect(errorsOf(findings).sort()).toEqual(['A-09', 'A-12']);
	});
});

describe('a report in an outline of its own for 2019', () => {
	const text = `青河县白石乡2019年政府信息公开年度报告

根据《中华人民共和国政府信息公开条例》要求，白石乡编制本报告。统计期限自2019年1月1日起至2019年12月31日止。
一、工作概述
2019年，白石乡把公开工作列入考核，公开各类信息46条，社会评议良好，没有责任追究。
二、主动公开的情况
（一）公开渠道的情况；
（二）澄清不实信息的情况；
三、依申请公开的情况
没有收到公开申请。
四、存在的问题
解读较少。
五、2019年工作打算
把解读做成图片，每季度检查一次。
六、附件
（一）政府信息公开情况统计表
青河县白石乡人民政府
2020年1月15日
`;

	it('has an error for the form, for each bare heading with its place, for the promised table and for the plan', async () => {
		const { report, findings } = await audit(text);
		expect(report.form).toBe('none');
		const empty = of('N-EMPTY', findings);
		expect(empty.map(({ found }) => found)).toEqual(['公开渠道的情况', '澄清不实信息的情况', '政府信息公开情况统计表']);
		expect(empty.map(({ at }) => at?.line)).toEqual([7, 8, 16]);
		expect(of('N-YEAR', findings)[0]).toMatchObject({ severity: 'error', found: 2019, expected: 2020 });
		expect(of('N-FORM', findings)[0]).toMatchObject({ found: 'none', expected: '2019' });
		expect(new Set(errorsOf(findings))).toEqual(new Set(['N-EMPTY', 'N-FORM', 'N-SEC', 'N-YEAR']));
	});

	it('has none of them once it is mended', async () => {
		const mended = text
			.replace('（一）公开渠道的情况；', '（一）公开渠道的情况\n信息都登在县门户网站。')
			.replace('（二）澄清不实信息的情况；', '（二）澄清不实信息的情况\n没有需要澄清的信息。')
			.replace('五、2019年', '五、2020年')
			.replace('六、附件\n（一）政府信息公开情况统计表\n', '');
		const { findings } = await audit(mended);
		expect(of('N-EMPTY', findings)).toEqual([]);
		expect(of('N-YEAR', findings)).toEqual([]);
	});
});

const six = (title: string, tables: readonly string[], overview: string) => `${title}

本报告根据《中华人民共和国政府信息公开条例》编制，统计期限自2020年1月1日起至2020年12月31日止。

一、总体情况

${overview}

二、主动公开政府信息情况

	${tables[0]}

三、收到和处理政府信息公开申请情况

	${tables[1]}

四、政府信息公开行政复议、行政诉讼情况

	${tables[2]}

五、存在的主要问题及改进情况

个别栏目更新慢，下一步由专人每周检查。

六、其他需要报告的事项

没有其他需要报告的事项。
`;
const overview =
	'主动公开政府信息288条，收到政府信息公开申请3件。信息管理方面清理文件11件；平台方面整合专栏4个；监督方面举办培训2次，工作考核良好，社会评议满意，没有发生责任追究。';
const title = '青河县沙河镇人民政府2020年政府信息公开工作年度报告';
const figures = {
	...{ 't2.normative.made': 1, 't2.normative.published': 1, 't2.normative.total': 6, 't2.license.prev': 9 },
	...{ 't2.license.decisions': 31, 't2.procurement.count': 2, 't2.procurement.yuan': 66000 },
	...{ 't3.new.natural': 2, 't3.new.business': 1, 't3.new.total': 3, 't3.granted.natural': 2, 't3.granted.total': 2 },
	...{ 't3.unable.none.business': 1, 't3.unable.none.total': 1, 't3.total.natural': 2, 't3.total.business': 1 },
	't3.total.total': 3,
};

describe('a whole report of 2020, one cell a line', () => {
	it('is read whole and found clean', async () => {
		const { report, findings } = await audit(six(title, copied('2019', figures), overview));
		expect(Object.values(report.cells).every(({ state }) => state === 'number')).toBe(true);
		expect(report.cells['t3.unable.none.business']?.value).toBe(1);
		expect(errorsOf(findings)).toEqual([]);
	});

	it('gives its one wrong figure away', async () => {
		const wrong = { ...figures, 't3.granted.natural': 3 };
		const { findings } = await audit(six(title, copied('2019', wrong), overview));
		expect(errorsOf(findings)).toEqual(['T3-ROW', 'T3-SUM']);
	});

	it('may print its zeros as dashes', async () => {
		const { report, findings } = await audit(six(title, copied('2019', figures, '/'), overview));
		expect(report.cells['t3.partial.natural']?.state).toBe('dash');
		expect(errorsOf(findings)).toEqual([]);
		expect(of('T3-INT', findings)[0]?.severity).toBe('warning');
	});

	it('is told from a text that says something else', async () => {
		const { findings } = await audit(six(title, copied('2019', figures), overview.replace('申请3件', '申请8件')));
		expect(of('N-REQ', findings)[0]).toMatchObject({ found: 8, expected: 3 });
	});
});

describe('a report whose zeros were lost', () => {
	it('is not full of zeros: its tables are not checked, and that is said once a table', async () => {
		const { report, findings } = await audit(six(title, copied('2019', {}, ''), overview));
		expect(Object.values(report.cells).filter(({ value }) => value !== null)).toEqual([]);
		const said = findings.filter(({ rule }) => rule.endsWith('-INT'));
		expect(said.map(({ rule, severity }) => [rule, severity])).toEqual([
			['T2-INT', 'error'],
			['T3-INT', 'error'],
			['T4-INT', 'error'],
		]);
		expect(findings.filter(({ rule }) => /^T3-(ROW|SUM|BAL)|^N-REQ/.test(rule))).toEqual([]);
	});
});
