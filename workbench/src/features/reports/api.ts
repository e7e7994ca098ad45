import { useQuery } from '@tanstack/react-query';
import { type Answer, api, type Body, dataOf, upload } from '../../api/index.ts';

export type Years = Answer<'/api/report-years'>;
export type ReportYear = Years['years'][number];
export type ReportRow = Answer<'/api/reports'>['rows'][number];
export type Report = Answer<'/api/reports/{id}'>;
export type ReportCell = Report['cells'][string];
export type Finding = Report['findings'][number];
export type Section = Report['sections'][number];
export type Layout = Answer<'/api/report-forms/{form}'>['layouts'][number];
export type CellRecords = Answer<'/api/reports/{id}/cells/{address}'>;
export type Offers = Answer<'/api/reports/{id}/offers'>;
export type Matrix = Answer<'/api/report-years/{year}/matrix'>;
export type MatrixRow = Matrix['rows'][number];
export type Comparison = Answer<'/api/report-years/{year}/comparison'>;
export type Outlier = Answer<'/api/report-years/{year}/outliers'>['outliers'][number];
export type Trend = Answer<'/api/offices/{id}/report-trend'>;
export type OutsideRow = Answer<'/api/outside-reports'>['rows'][number];
export type OutsideMatrix = Answer<'/api/outside-reports/matrix'>;
export type Outside = Answer<'/api/outside-reports/{id}'>;
export type Form = Report['report']['form'];

const path = (id: number) => ({ params: { path: { id } } });

export function useYears() {
	return useQuery({ queryKey: ['reports', 'years'], queryFn: () => dataOf(api.GET('/api/report-years')) });
}

export function readMatrix(year: number): Promise<Matrix> {
	return dataOf(api.GET('/api/report-years/{year}/matrix', { params: { path: { year } } }));
}

export function readComparison(year: number, address: string): Promise<Comparison> {
	const params = { path: { year }, query: { address } };
	return dataOf(api.GET('/api/report-years/{year}/comparison', { params }));
}

export function readOutliers(year: number) {
	return dataOf(api.GET('/api/report-years/{year}/outliers', { params: { path: { year } } }));
}

export function readTrend(officeId: number, year: number): Promise<Trend> {
	const params = { path: { id: officeId }, query: { year } };
	return dataOf(api.GET('/api/offices/{id}/report-trend', { params }));
}

export function urge(year: number, body: Body<'/api/report-years/{year}/reminders'>) {
	return dataOf(api.POST('/api/report-years/{year}/reminders', { params: { path: { year } }, body }));
}

export function setJoint(id: number, body: Body<'/api/reports/{id}/joints', 'put'>) {
	return dataOf(api.PUT('/api/reports/{id}/joints', { ...path(id), body }));
}

export function readReports(query: { year?: number; officeId?: number } = {}) {
	return dataOf(api.GET('/api/reports', { params: { query } }));
}

export function useReport(id: number) {
	return useQuery({
		queryKey: ['reports', id],
		queryFn: (): Promise<Report> => dataOf(api.GET('/api/reports/{id}', path(id))),
	});
}

/** The official tables of a form; they do not change while the page is open. */
export function useLayouts(form: Form | undefined) {
	return useQuery({
		queryKey: ['report-forms', form],
		queryFn: async () =>
			(await dataOf(api.GET('/api/report-forms/{form}', { params: { path: { form: form ?? '2021' } } }))).layouts,
		enabled: form !== undefined,
		staleTime: Number.POSITIVE_INFINITY,
	});
}

export function readRecords(id: number, address: string, page: number, pageSize: number): Promise<CellRecords> {
	const params = { path: { id, address }, query: { page, pageSize } };
	return dataOf(api.GET('/api/reports/{id}/cells/{address}', { params }));
}

export function readDrift(id: number) {
	return dataOf(api.GET('/api/reports/{id}/drift', path(id)));
}

export type ClosedItem = Answer<'/api/rectifications/items/closed'>['rows'][number];

/** What the office put right in the year, for section five. */
export function readClosedItems(year: number) {
	return dataOf(api.GET('/api/rectifications/items/closed', { params: { query: { year } } }));
}

export function readOffers(id: number): Promise<Offers> {
	return dataOf(api.GET('/api/reports/{id}/offers', path(id)));
}

export function openYear(body: Body<'/api/report-years', 'post'>) {
	return dataOf(api.POST('/api/report-years', { body }));
}

export function changeYear(year: number, body: Body<'/api/report-years/{year}', 'put'>) {
	return dataOf(api.PUT('/api/report-years/{year}', { params: { path: { year } }, body }));
}

export function startReport(year: number) {
	return dataOf(api.POST('/api/reports', { body: { year } }));
}

export function setCell(id: number, address: string, body: { value: string; ground: string }) {
	return dataOf(api.PUT('/api/reports/{id}/cells/{address}', { params: { path: { id, address } }, body }));
}

export function clearCell(id: number, address: string) {
	return dataOf(api.DELETE('/api/reports/{id}/cells/{address}', { params: { path: { id, address } } }));
}

export function saveSection(id: number, section: number, body: Body<'/api/reports/{id}/sections/{section}', 'put'>) {
	return dataOf(api.PUT('/api/reports/{id}/sections/{section}', { params: { path: { id, section } }, body }));
}

/** What the audit would say if the section stood as it is being typed. */
export function checkWords(id: number, body: Body<'/api/reports/{id}/check', 'post'>, signal: AbortSignal) {
	return dataOf(api.POST('/api/reports/{id}/check', { ...path(id), body, signal }));
}

export function explain(id: number, key: string, explanation: string) {
	return dataOf(api.POST('/api/reports/{id}/explanations', { ...path(id), body: { key, explanation } }));
}

type Returned = Body<'/api/reports/{id}/return', 'post'>['findings'];

/** Does a move of the workflow; `correct` answers the id of the new edition. */
export async function moveReport(
	id: number,
	action: string,
	reason: string,
	findings?: Returned,
): Promise<number | null> {
	switch (action) {
		case 'review':
			await api.POST('/api/reports/{id}/review', { ...path(id), body: {} });
			return null;
		case 'signOff':
			await api.POST('/api/reports/{id}/signOff', { ...path(id), body: {} });
			return null;
		case 'submit':
			await api.POST('/api/reports/{id}/submit', { ...path(id), body: {} });
			return null;
		case 'accept':
			await api.POST('/api/reports/{id}/accept', { ...path(id), body: {} });
			return null;
		case 'return':
			await api.POST('/api/reports/{id}/return', { ...path(id), body: { reason, ...(findings ? { findings } : {}) } });
			return null;
		case 'publish':
			await api.POST('/api/reports/{id}/publish', path(id));
			return null;
		case 'publishFor':
			await api.POST('/api/reports/{id}/publishFor', path(id));
			return null;
		case 'correct':
			return (await dataOf(api.POST('/api/reports/{id}/correct', { ...path(id), body: { reason } }))).id;
		default:
			await reopen(id, action, reason);
			return null;
	}
}

async function reopen(id: number, action: string, reason: string): Promise<void> {
	const given = { ...path(id), body: { reason } };
	if (action === 'sendBack') await api.POST('/api/reports/{id}/sendBack', given);
	else if (action === 'declineSignature') await api.POST('/api/reports/{id}/declineSignature', given);
	else if (action === 'recall') await api.POST('/api/reports/{id}/recall', given);
	else await api.POST('/api/reports/{id}/revise', given);
}

export function readOutsideReports(page: number, pageSize: number) {
	return dataOf(api.GET('/api/outside-reports', { params: { query: { page, pageSize } } }));
}

export function readOutside(id: number): Promise<Outside> {
	return dataOf(api.GET('/api/outside-reports/{id}', path(id)));
}

export function sendOutside(files: readonly File[], onProgress: (percent: number) => void): Promise<{ ids: number[] }> {
	return upload<{ ids: number[] }>('/api/outside-reports', files, { name: 'files', onProgress });
}

export function readOutsideMatrix() {
	return dataOf(api.GET('/api/outside-reports/matrix'));
}

export function acceptFinding(id: number, body: Body<'/api/outside-reports/{id}/accept', 'post'>) {
	return dataOf(api.POST('/api/outside-reports/{id}/accept', { ...path(id), body }));
}

export function adoptMatching() {
	return dataOf(api.POST('/api/outside-reports/adopt-matching'));
}

export function adoptOutside(id: number, body: Body<'/api/outside-reports/{id}/adopt', 'post'>) {
	return dataOf(api.POST('/api/outside-reports/{id}/adopt', { ...path(id), body }));
}
