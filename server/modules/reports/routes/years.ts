import { addressInfo, layoutsOf } from 'annual-report';
import { defineRoute } from '../../../api/route.ts';
import { reader, transact } from '../../../platform/transaction.ts';
import { openYear, setYearDays } from '../commands/open-year.ts';
import { urge } from '../commands/remind.ts';
import { TABLE_NAMES } from '../messages.zh.ts';
import { yearList } from '../queries/list.ts';
import { reportMatrix } from '../queries/matrix.ts';
import * as schemas from '../schemas.ts';

export const yearRoutes = [
	defineRoute({
		method: 'GET',
		path: '/api/report-years',
		summary: '报告年度',
		access: 'report.read',
		audit: 'none',
		response: schemas.yearsView,
		handler: async ({ context }) => await yearList(reader(context)),
	}),
	defineRoute({
		method: 'POST',
		path: '/api/report-years',
		summary: '开启年度报告工作',
		access: 'report.accept',
		audit: 'report.year.open',
		body: schemas.newYear,
		response: schemas.done,
		handler: async ({ context, body }) => {
			await transact(context, (tx) => openYear(tx, body));
			return {};
		},
	}),
	defineRoute({
		method: 'PUT',
		path: '/api/report-years/:year',
		summary: '调整年度报告期限',
		access: 'report.accept',
		audit: 'report.year.change',
		params: schemas.yearParams,
		body: schemas.changedYear,
		response: schemas.done,
		handler: async ({ context, params, body }) => {
			await transact(context, (tx) => setYearDays(tx, { ...body, year: params.year }));
			return {};
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/api/report-years/:year/matrix',
		summary: '各机关年度报告进度',
		access: 'report.read',
		audit: 'none',
		params: schemas.yearParams,
		response: schemas.matrixView,
		handler: async ({ context, params }) => await reportMatrix(reader(context), params.year),
	}),
	defineRoute({
		method: 'POST',
		path: '/api/report-years/:year/reminders',
		summary: '催办年度报告',
		access: 'report.accept',
		audit: 'report.remind',
		params: schemas.yearParams,
		body: schemas.urgeBody,
		response: schemas.done,
		handler: async ({ context, params: { year }, body, services }) => {
			await transact(context, (tx) => urge(tx, services, { year, ...body }));
			return {};
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/api/report-forms/:form',
		summary: '报告格式',
		access: 'report.read',
		audit: 'none',
		params: schemas.formParams,
		response: schemas.layoutsView,
		handler: async ({ params: { form } }) => ({
			layouts: layoutsOf(form).map((layout) => ({
				...layout,
				title: TABLE_NAMES[layout.key],
				cells: layout.cells.map((cell) => {
					const info = cell.address === undefined ? undefined : addressInfo(cell.address, form);
					return info ? { ...cell, label: info.label, unit: info.unit } : cell;
				}),
			})),
		}),
	}),
];
