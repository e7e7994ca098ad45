import { readReport } from 'annual-report';
import { renderInputOf } from 'annual-report/render';
import { describe, expect, it } from 'vitest';
import { cleanReport } from '../../../../annual-report/fixtures/audit/base.setup.ts';
import { writePdf } from '../../../platform/documents/index.ts';
import { reportPaper } from './report-paper.ts';

describe('a report as pdf', () => {
	for (const form of ['2014', '2019', '2021'] as const) {
		it(`reads back to the same cells in the form of ${form}`, async () => {
			const report = cleanReport(form);
			const bytes = await writePdf(reportPaper(renderInputOf(report)));
			const read = await readReport(bytes, 'report.pdf');
			const figures = (cells: typeof report.cells) =>
				Object.fromEntries(Object.entries(cells).map(([address, { value, state }]) => [address, { value, state }]));
			expect(read.form).toBe(form);
			expect(figures(read.cells)).toEqual(figures(report.cells));
		});
	}

	it('keeps blank and dash apart from zero', async () => {
		const report = cleanReport('2021');
		report.cells['t3.new.welfare'] = { value: null, state: 'blank', raw: '' };
		report.cells['t4.review.other'] = { value: null, state: 'dash', raw: '/' };
		const read = await readReport(await writePdf(reportPaper(renderInputOf(report))), 'report.pdf');
		expect(read.cells['t3.new.welfare']?.state).toBe('blank');
		expect(read.cells['t4.review.other']?.state).toBe('dash');
	});

	it('carries the words and the signature', async () => {
		const report = cleanReport('2021');
		const read = await readReport(await writePdf(reportPaper(renderInputOf(report))), 'report.pdf');
		expect(read.sections.map(({ heading }) => heading)).toEqual(report.sections.map(({ heading }) => heading));
		expect(read.organ).toBe(report.organ);
	});
});
