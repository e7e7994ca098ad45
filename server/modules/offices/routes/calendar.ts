import { z } from 'zod';
import { defineRoute } from '../../../api/route.ts';
import { reader, transact } from '../../../platform/transaction.ts';
import { loadNotice, withdrawLoadedNotice } from '../commands/load-notice.ts';
import { workingDaysLeft } from '../queries/calendar.ts';
import { calendarView, daysOfYear, previewNotice } from '../queries/calendar-view.ts';
import {
	calendarSchema,
	daysSchema,
	leftQuery,
	leftSchema,
	noticeInputSchema,
	previewSchema,
	yearParams,
} from '../schemas/calendar.ts';
import { idParams, nothing } from '../schemas/session.ts';
import { selectNames } from '../store/people.ts';

export const calendarRoutes = [
	defineRoute({
		method: 'GET',
		path: '/api/calendar',
		summary: '工作日历',
		access: 'office.read',
		audit: 'none',
		response: calendarSchema,
		handler: async ({ context }) => {
			const read = reader(context);
			const view = await calendarView(read);
			const names = await selectNames(
				read,
				view.loaded.flatMap(({ createdBy }) => createdBy ?? []),
			);
			const loaded = view.loaded.map((row) => ({ ...row, createdByName: names.get(row.createdBy ?? 0) ?? '' }));
			return { ...view, loaded };
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/api/calendar/left',
		summary: '到期日剩余工作日',
		access: 'signedIn',
		audit: 'none',
		query: leftQuery,
		response: leftSchema,
		handler: async ({ context, query }) => ({ days: await workingDaysLeft(reader(context), query.days) }),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/calendar/:year',
		summary: '全年工作日历',
		access: 'office.read',
		audit: 'none',
		params: yearParams,
		response: daysSchema,
		handler: async ({ context, params }) => ({ days: await daysOfYear(reader(context), params.year) }),
	}),
	defineRoute({
		method: 'POST',
		path: '/api/calendar/preview',
		summary: '预览节假日通知',
		access: 'calendar.manage',
		audit: 'calendar.previewed',
		body: noticeInputSchema,
		response: previewSchema,
		handler: async ({ context, body }) => {
			const { notice, ...rest } = await previewNotice(reader(context), body);
			return { arrangements: notice.arrangements, ...rest };
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/calendar/notices',
		summary: '载入节假日通知',
		access: 'calendar.manage',
		audit: 'calendar.noticeLoaded',
		body: noticeInputSchema,
		response: z.object({ id: z.number() }),
		handler: async ({ context, body }) => ({ id: await transact(context, (tx) => loadNotice(tx, body)) }),
	}),
	defineRoute({
		method: 'POST',
		path: '/api/calendar/notices/:id/withdraw',
		summary: '撤回节假日通知',
		access: 'calendar.manage',
		audit: 'calendar.noticeWithdrawn',
		params: idParams,
		body: z.object({ reason: z.string().max(1000) }),
		response: nothing,
		handler: async ({ context, params, body }) => {
			await transact(context, (tx) => withdrawLoadedNotice(tx, params.id, body.reason));
			return {};
		},
	}),
];
