import { allAddresses, layoutsOf, type Report } from 'annual-report';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { TABLE_NAMES } from '../messages.zh.ts';
import type { ReportForm } from '../model.ts';
import type { PublicReport } from '../queries/published.ts';
import type { SnapshotModel } from '../snapshot/model.ts';
import { OfficeReports, YearOfReports } from './lists.tsx';
import { OfficialTable } from './official-table.tsx';
import { PhoneList } from './phone-list.tsx';
import { ReportBody } from './report-body.tsx';

/** Every cell of a form with a figure of its own, so that a misplaced one is seen. */
function figures(form: ReportForm): Report['cells'] {
	return Object.fromEntries(
		allAddresses(form).map((address, i) => [address, { value: i + 1, state: 'number' as const, raw: String(i + 1) }]),
	);
}

const FORMS = ['2014', '2019', '2021'] as const;

describe('the official table', () => {
	it.each(FORMS)('of %s prints every figure in its own square', (form) => {
		const cells = figures(form);
		const markup = layoutsOf(form)
			.map((layout) =>
				renderToStaticMarkup(<OfficialTable layout={layout} title={TABLE_NAMES[layout.key]} cells={cells} />),
			)
			.join('');
		allAddresses(form).forEach((address, i) => {
			expect(markup, address).toContain(`data-address="${address}">${i + 1}</td>`);
		});
	});

	it.each(FORMS)('of %s spans every square once: rows and columns add up', (form) => {
		for (const layout of layoutsOf(form)) {
			const markup = renderToStaticMarkup(<OfficialTable layout={layout} title="表" cells={{}} />);
			const squares = [...markup.matchAll(/rowSpan="(\d+)" colSpan="(\d+)"/gi)];
			const covered = squares.reduce((sum, [, rows, columns]) => sum + Number(rows) * Number(columns), 0);
			expect(covered).toBe(layout.rows * layout.columns);
			expect(markup.match(/<tr>/g)).toHaveLength(layout.rows);
		}
	});

	it('has heads that say what they head', () => {
		const [, t3] = layoutsOf('2021');
		if (!t3) throw new Error('no table 3');
		const markup = renderToStaticMarkup(<OfficialTable layout={t3} title="表三" cells={{}} />);
		expect(markup).toContain('scope="rowgroup"');
		expect(markup).toContain('scope="colgroup"');
		expect(markup).toMatch(/scope="row"[^>]*>1\.属于国家秘密/);
		expect(markup).toContain('<caption class="sr-only">表三</caption>');
	});

	it('prints what is missing as missing, and nothing but 0 as 0', () => {
		const [t2] = layoutsOf('2021');
		if (!t2) throw new Error('no table 2');
		const cells: Report['cells'] = {
			't2.license.decisions': { value: 0, state: 'number', raw: '0' },
			't2.punish.decisions': { value: null, state: 'blank', raw: '' },
		};
		const markup = renderToStaticMarkup(<OfficialTable layout={t2} title="表二" cells={cells} />);
		expect(markup).toContain('data-address="t2.license.decisions">0<');
		expect(markup).toContain('data-address="t2.punish.decisions"><');
		expect(markup).not.toContain('data-address="t2.force.decisions">0<');
	});

	it('can be scrolled with the keyboard and escapes what it prints', () => {
		const [t2] = layoutsOf('2021');
		if (!t2) throw new Error('no table 2');
		const cells: Report['cells'] = { 't2.fee.wan': { value: null, state: 'unreadable', raw: '<b>约</b>' } };
		const markup = renderToStaticMarkup(<OfficialTable layout={t2} title="表二" cells={cells} />);
		expect(markup).toContain('tabindex="0"');
		expect(markup).toContain('&lt;b&gt;约&lt;/b&gt;');
	});
});

describe('the list for a narrow screen', () => {
	const text = (markup: string) => markup.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

	it.each(FORMS)('of %s holds the same figures as the tables', (form) => {
		const cells = figures(form);
		const markup = layoutsOf(form)
			.map((layout) => renderToStaticMarkup(<PhoneList table={layout.key} form={form} cells={cells} />))
			.join('');
		const shown = text(markup);
		for (const [address, cell] of Object.entries(cells))
			expect(shown, address).toMatch(new RegExp(` ${cell.value} \\S`));
	});

	it('opens each line of table 3 to who applied, the total first', () => {
		const markup = renderToStaticMarkup(<PhoneList table="t3" form="2021" cells={figures('2021')} />);
		expect(markup.match(/<details/g)).toHaveLength(25);
		expect(markup.match(/<dt>自然人<\/dt>/g)).toHaveLength(25);
		expect(text(markup)).toContain('（三）不予公开 1.属于国家秘密');
	});

	it('names each group of table 4 with its kind of suit', () => {
		const shown = text(renderToStaticMarkup(<PhoneList table="t4" form="2021" cells={figures('2021')} />));
		expect(shown).toContain('行政诉讼：未经复议直接起诉');
		expect(shown).toContain('行政复议 结果维持');
	});

	it('gives a figure its unit, and what is none no unit', () => {
		const cells: Report['cells'] = {
			't2.fee.wan': { value: 1.5, state: 'number', raw: '1.5' },
			't2.license.decisions': { value: null, state: 'dash', raw: '/' },
		};
		const shown = text(renderToStaticMarkup(<PhoneList table="t2" form="2021" cells={cells} />));
		expect(shown).toContain('1.5 万元');
		expect(shown).toContain('本年处理决定数量 / ');
		expect(shown).not.toContain('/ 件');
	});
});

function published(change: Partial<SnapshotModel> = {}, edition = 1): PublicReport {
	const model: SnapshotModel = {
		version: 1,
		officeId: 2,
		officeName: '柳溪镇人民政府',
		year: 2024,
		edition,
		form: '2021',
		title: '柳溪镇人民政府2024年政府信息公开工作年度报告',
		signedOn: '2025-01-05',
		cells: {},
		sections: {},
		document: {
			title: '柳溪镇人民政府2024年政府信息公开工作年度报告',
			organ: '柳溪镇人民政府',
			year: 2024,
			form: '2021',
			cells: figures('2021'),
			preface: ['开头。', '开头。'],
			sections: [
				{ level: 1, ordinal: '一、', heading: '总体情况', paragraphs: [] },
				{ level: 2, ordinal: '（一）', heading: '主动公开情况', paragraphs: ['<img src=x onerror=alert(1)>'] },
				{ level: 1, ordinal: '二、', heading: '主动公开政府信息情况', paragraphs: [], table: 't2' },
			],
			signedOn: '2025-01-05',
		},
		report: {} as SnapshotModel['report'],
		audit: { findings: [], notChecked: [] },
		...change,
	};
	const row = { id: 5, officeId: 2, year: 2024, form: '2021' as const, publishedAt: new Date('2025-01-20T02:00:00Z') };
	return {
		model,
		edition: { ...row, edition, correctionReason: edition > 1 ? '漏计3件' : '' },
		files: [{ format: 'docx', sha256: 'a', size: 1 }],
		earlier:
			edition > 1
				? [{ ...row, id: 4, edition: 1, correctionReason: '', publishedAt: new Date('2025-01-10T02:00:00Z') }]
				: [],
	};
}

describe('the page of a report', () => {
	const page = (found: PublicReport) =>
		renderToStaticMarkup(createElement(ReportBody, { found, base: '/o/liuxi/reports/2024' }));

	it('has one title, headings in order, and the signature of the office', () => {
		const markup = page(published());
		expect(markup.match(/<h1/g)).toHaveLength(1);
		expect(markup).toMatch(/<h2>一、总体情况<\/h2><h3>（一）主动公开情况<\/h3>/);
		expect(markup).toContain('2025年1月5日');
		expect(markup).toContain('<time dateTime="2025-01-20">');
	});

	it('writes words as words, never as markup', () => {
		const markup = page(published());
		expect(markup).not.toContain('<img');
		expect(markup).toContain('&lt;img src=x onerror=alert(1)&gt;');
		expect(markup.match(/<p>开头。<\/p>/g)).toHaveLength(2);
	});

	it('puts the table where its section is, in both shapes', () => {
		const markup = page(published());
		expect(markup.indexOf('二、主动公开政府信息情况')).toBeLessThan(markup.indexOf('report-table-t2'));
		expect(markup).toContain('report-phone');
		expect(markup).not.toContain('report-table-t3');
	});

	it('offers the files there are and no others', () => {
		const markup = page(published());
		expect(markup).toContain('href="/o/liuxi/reports/2024/report.docx"');
		expect(markup).not.toContain('report.xlsx');
	});

	it('says that it corrects, why, and when the earlier one came out', () => {
		expect(page(published())).not.toContain('更正版');
		const markup = page(published({}, 2));
		expect(markup).toContain('本报告为更正版');
		expect(markup).toContain('更正原因：漏计3件');
		expect(markup).toContain('此前版本发布日期：2025-01-10。');
	});
});

describe('the lists', () => {
	const offices = [
		{ slug: 'shuiwu', name: '青河县水务局', kind: 'department' as const },
		{ slug: 'liuxi', name: '柳溪镇人民政府', kind: 'township' as const },
	];
	const report = { ...published().edition, year: 2024 };

	it('group a year by kind of office and leave empty groups out', () => {
		const listed = offices.map((office) => ({ report, office }));
		const markup = renderToStaticMarkup(<YearOfReports year={2024} years={[2024, 2023]} listed={listed} />);
		expect(markup).toContain('2024年度：县直部门');
		expect(markup).toContain('2024年度：乡镇（街道）');
		expect(markup).not.toContain('2024年度：县级');
		expect(markup).toContain('href="/reports?year=2023"');
		expect(markup).toMatch(/aria-current="page"[^>]*>2024年度/);
	});

	it('of a county without reports say so', () => {
		expect(renderToStaticMarkup(<YearOfReports year={null} years={[]} listed={[]} />)).toContain('还没有公布年度报告');
	});

	it('of an office mark corrections', () => {
		const office = { ...offices[1], slug: 'liuxi', name: '柳溪镇人民政府' } as Parameters<
			typeof OfficeReports
		>[0]['office'];
		const markup = renderToStaticMarkup(<OfficeReports office={office} reports={[{ ...report, edition: 2 }]} />);
		expect(markup).toContain('（更正版）');
		expect(markup).toContain('href="/o/liuxi/reports/2024"');
	});
});
