import { paperDownload } from '../../../api/paper.ts';
import { Download, defineRoute } from '../../../api/route.ts';
import { AppError } from '../../../kernel/errors.ts';
import { civilDay } from '../../../platform/clock.ts';
import { type Reader, reader } from '../../../platform/transaction.ts';
import { ZIP_TYPE } from '../../../platform/zip.ts';
import { listOffices, officeNameOn } from '../../offices/index.ts';
import { compareOffices, officeTrend, yearOutliers } from '../queries/offices-figures.ts';
import { requireReport } from '../queries/report-view.ts';
import { yearPackage } from '../queries/year-package.ts';
import * as schemas from '../schemas.ts';
import { type ReturnLetter, returnLetter } from '../sheets/return-letter.ts';
import { returnsOf } from '../store/snapshots.ts';
import { findYear } from '../store/years.ts';

/** What the county does with all reports of a year: looks over, compares, sends back, packs. */
export const countyRoutes = [
	defineRoute({
		method: 'GET',
		path: '/api/report-years/:year/comparison',
		summary: '各机关同一项数据对照',
		access: 'report.accept',
		audit: 'none',
		params: schemas.yearParams,
		query: schemas.comparisonQuery,
		response: schemas.comparisonView,
		handler: async ({ context, params, query }) => await compareOffices(reader(context), params.year, query.address),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/report-years/:year/outliers',
		summary: '需要核实的数据',
		access: 'report.accept',
		audit: 'none',
		params: schemas.yearParams,
		response: schemas.outliersView,
		handler: async ({ context, params }) => ({ outliers: await yearOutliers(reader(context), params.year) }),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/report-years/:year/package',
		summary: '下载全年年度报告归档包',
		access: 'report.accept',
		audit: 'report.year.package',
		params: schemas.yearParams,
		response: 'download',
		handler: async ({ context, params: { year }, services }) => {
			const content = await yearPackage(reader(context), services, year);
			return new Download(content, ZIP_TYPE, `${year}年政府信息公开工作年度报告归档包.zip`);
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/api/offices/:id/report-trend',
		summary: '机关历年数据对照',
		access: 'report.read',
		audit: 'none',
		params: schemas.trendParams,
		query: schemas.trendQuery,
		response: schemas.trendView,
		handler: async ({ context, params, query }) => {
			const read = reader(context);
			return await officeTrend(read, params.id, query.year ?? Number(read.today.slice(0, 4)) - 1);
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/api/reports/:id/returns/:returnId/:format',
		summary: '退回修改通知',
		access: 'report.read',
		audit: 'report.return.letter',
		params: schemas.letterParams,
		response: 'download',
		handler: async ({ context, params: { id, returnId, format }, services }) => {
			const letter = await letterOf(reader(context), id, returnId);
			return await paperDownload(returnLetter(letter), `${letter.officeName}退回修改通知`, format, services);
		},
	}),
];

async function letterOf(read: Reader, reportId: number, returnId: number): Promise<ReturnLetter> {
	const { officeId, year, form } = await requireReport(read, reportId);
	const returned = (await returnsOf(read, reportId)).find(({ id }) => id === returnId);
	const opened = await findYear(read, year);
	if (!returned || !opened) throw new AppError('notFound');
	const day = civilDay(returned.returnedAt);
	const county = (await listOffices(read)).find(({ kind }) => kind === 'county');
	const officeName = await officeNameOn(read, officeId, day);
	return { officeName, county: county?.name ?? '', year, form, returned, day, submitBy: opened.submitBy };
}
