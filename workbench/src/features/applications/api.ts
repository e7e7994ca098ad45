import { useQuery } from '@tanstack/react-query';
import { type Answer, api, type Body, dataOf, type Query, upload } from '../../api/index.ts';
import { transport } from '../../api/session.ts';

export type Summary = Answer<'/api/applications'>['rows'][number];
export type CaseView = Answer<'/api/applications/{id}'>;
export type BeforeCase = Answer<'/api/applications/{id}/before'>;
export type ClockView = Answer<'/api/applications/{id}/clock'>;
export type Options = Answer<'/api/applications/options'>;
export type Outcome = Options['outcomes'][number];
export type Decision = CaseView['decisions'][number];
export type Letter = CaseView['letters'][number];
export type CaseFile = CaseView['files'][number];
export type Consultation = CaseView['consultations'][number];
export type Proposal = Body<'/api/applications/{id}/propose'>;
export type Preview = Answer<'/api/applications/{id}/preview', 'post'>;
export type Revealed = Answer<'/api/applications/{id}/identity', 'post'>;
export type NewEntry = Body<'/api/applications'>;
export type Entered = Answer<'/api/applications', 'post'>;
export type Confirmed = Answer<'/api/applications/{id}/confirm', 'post'>;
export type Paper = Body<'/api/applications/{id}/papers'>;
export type NumberingRow = Answer<'/api/applications/numbering'>['rows'][number];
export type ListQuery = Query<'/api/applications'>;

/** Everything read about applications begins with this key. */
export const KEY = ['applications'] as const;

/** The words all screens choose from; they do not change while the page is open. */
export function useOptions() {
	return useQuery({
		queryKey: ['application-options'],
		queryFn: () => dataOf(api.GET('/api/applications/options')),
		staleTime: Number.POSITIVE_INFINITY,
	});
}

export function useCase(id: number) {
	return useQuery({
		queryKey: [...KEY, 'case', id],
		queryFn: () => dataOf(api.GET('/api/applications/{id}', { params: { path: { id } } })),
	});
}

export function useBefore(id: number) {
	return useQuery({
		queryKey: [...KEY, 'before', id],
		queryFn: () => dataOf(api.GET('/api/applications/{id}/before', { params: { path: { id } } })),
	});
}

export function readClock(id: number): Promise<ClockView> {
	return dataOf(api.GET('/api/applications/{id}/clock', { params: { path: { id } } }));
}

export type FeeBasis = Answer<'/api/applications/{id}/fee'>;
export type FeeQuestion = Query<'/api/applications/{id}/fee'>;

/** What a fee notice would charge; with the applications of the applicant's month. */
export function readFeeBasis(id: number, query: FeeQuestion): Promise<FeeBasis> {
	return dataOf(api.GET('/api/applications/{id}/fee', { params: { path: { id }, query } }));
}

export function readOpen(): Promise<Summary[]> {
	return dataOf(api.GET('/api/applications/open')).then(({ rows }) => rows);
}

export type CorrectionLine = Answer<'/api/applications/corrections'>['rows'][number];

export function readCorrections(): Promise<CorrectionLine[]> {
	return dataOf(api.GET('/api/applications/corrections')).then(({ rows }) => rows);
}

export function readList(query: ListQuery) {
	return dataOf(api.GET('/api/applications', { params: { query } }));
}

export function enterApplication(body: NewEntry): Promise<Entered> {
	return dataOf(api.POST('/api/applications', { body }));
}

export function previewAnswer(id: number, body: Proposal): Promise<Preview> {
	return dataOf(api.POST('/api/applications/{id}/preview', { params: { path: { id } }, body }));
}

export function revealIdentity(id: number, reason: string): Promise<Revealed> {
	return dataOf(api.POST('/api/applications/{id}/identity', { params: { path: { id } }, body: { reason } }));
}

/** Sends what a form gave to the route of its move. The forms are data, so their bodies are judged by the server alone. */
export async function sendTo<R = { done: true }>(path: string, body: object): Promise<R> {
	const headers = { 'content-type': 'application/json' };
	const answer = await transport(new Request(path, { method: 'POST', headers, body: JSON.stringify(body) }));
	return (await answer.json()) as R;
}

export function movePath(id: number, action: string): string {
	return `/api/applications/${id}/${action}`;
}

export type IntakeResult = Answer<'/api/applications/import', 'post'>;

const intakeWith = (mode: 'check' | 'save') => (file: File) =>
	upload<IntakeResult>('/api/applications/import', [file], { fields: { mode } });

export const checkIntake = intakeWith('check');

export const registerIntake = intakeWith('save');

export function readNumbering(): Promise<NumberingRow[]> {
	return dataOf(api.GET('/api/applications/numbering')).then(({ rows }) => rows);
}

export function setNumbering(officeId: number, body: Body<'/api/applications/numbering/{id}', 'put'>) {
	return dataOf(api.PUT('/api/applications/numbering/{id}', { params: { path: { id: officeId } }, body }));
}

const redactionPath = (id: number, redactionId: number) => ({ params: { path: { id, redactionId } } });

export function beginRedaction(id: number, fileId: number) {
	return dataOf(api.POST('/api/applications/{id}/redactions', { params: { path: { id } }, body: { fileId } }));
}

export function readRedaction(id: number, redactionId: number) {
	return dataOf(api.GET('/api/applications/{id}/redactions/{redactionId}', redactionPath(id, redactionId)));
}

export function saveBoxes(
	id: number,
	redactionId: number,
	body: Body<'/api/applications/{id}/redactions/{redactionId}', 'put'>,
) {
	return dataOf(
		api.PUT('/api/applications/{id}/redactions/{redactionId}', { ...redactionPath(id, redactionId), body }),
	);
}

export function releaseRedaction(id: number, redactionId: number, body: { revision: number }) {
	return dataOf(
		api.POST('/api/applications/{id}/redactions/{redactionId}/release', { ...redactionPath(id, redactionId), body }),
	);
}
