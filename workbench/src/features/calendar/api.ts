import { type Answer, api, type Body, dataOf } from '../../api/index.ts';

export type CalendarView = Answer<'/api/calendar'>;
export type Notice = CalendarView['years'][number]['notices'][number];
export type LoadedNotice = CalendarView['loaded'][number];
export type Day = Answer<'/api/calendar/{year}'>['days'][number];
export type NoticeInput = Body<'/api/calendar/notices'>;
export type Preview = Answer<'/api/calendar/preview', 'post'>;

export const readCalendar = () => dataOf(api.GET('/api/calendar'));
export const readYear = async (year: number) =>
	(await dataOf(api.GET('/api/calendar/{year}', { params: { path: { year } } }))).days;
export const previewNotice = (body: NoticeInput) => dataOf(api.POST('/api/calendar/preview', { body }));
export const loadNotice = (body: NoticeInput) => dataOf(api.POST('/api/calendar/notices', { body }));
export const withdrawNotice = (id: number, reason: string) =>
	dataOf(api.POST('/api/calendar/notices/{id}/withdraw', { params: { path: { id } }, body: { reason } }));
