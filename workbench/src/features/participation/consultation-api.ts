import { useQuery } from '@tanstack/react-query';
import { type Answer, api, type Body, dataOf, type Query } from '../../api/index.ts';

export type Row = Answer<'/api/consultations'>['rows'][number];
export type Consultation = Answer<'/api/consultations/{id}'>;
export type Draft = Body<'/api/consultations', 'post'>;
export type Comment = Consultation['commentList'][number];
export type Opinion = Consultation['opinions'][number];
export type Judgement = Body<'/api/consultations/{id}/opinions/{opinionId}', 'put'>;
export type NewComment = Body<'/api/consultations/{id}/comments', 'post'>;
export type MoveAction = Exclude<Consultation['moves'][number]['action'], 'edit'>;

export const KEY = ['consultations'] as const;

const at = (id: number) => ({ path: { id } });

export const readConsultations = (query: Query<'/api/consultations'>) =>
	dataOf(api.GET('/api/consultations', { params: { query } }));

export const readConsultation = (id: number) => dataOf(api.GET('/api/consultations/{id}', { params: at(id) }));

export const draftConsultation = (body: Draft) => dataOf(api.POST('/api/consultations', { body }));

export const saveConsultation = (id: number, body: Body<'/api/consultations/{id}', 'put'>) =>
	dataOf(api.PUT('/api/consultations/{id}', { params: at(id), body }));

export const dropFile = (id: number, fileId: number) =>
	dataOf(api.DELETE('/api/consultations/{id}/files/{fileId}', { params: { path: { id, fileId } } }));

export const moveConsultation = (
	{ id, revision }: Pick<Consultation, 'id' | 'revision'>,
	action: MoveAction,
	body: { text?: string; toDay?: string | null; personalReason?: string; checkedByHand?: boolean } = {},
) =>
	dataOf(
		api.POST('/api/consultations/{id}/moves/{action}', {
			params: { path: { id, action } },
			body: { text: '', toDay: null, personalReason: '', checkedByHand: false, ...body, revision },
		}),
	);

export const enterComment = (id: number, body: NewComment) =>
	dataOf(api.POST('/api/consultations/{id}/comments', { params: at(id), body }));

export const groupComments = (id: number, body: { commentIds: number[]; opinionId: number | null; summary: string }) =>
	dataOf(api.POST('/api/consultations/{id}/opinions', { params: at(id), body }));

export const judgeOpinion = (id: number, opinionId: number, body: Judgement) =>
	dataOf(api.PUT('/api/consultations/{id}/opinions/{opinionId}', { params: { path: { id, opinionId } }, body }));

export const removeOpinion = (id: number, opinionId: number) =>
	dataOf(api.DELETE('/api/consultations/{id}/opinions/{opinionId}', { params: { path: { id, opinionId } } }));

export const revealCommenter = (id: number, commentId: number, reason: string) =>
	dataOf(
		api.POST('/api/consultations/{id}/comments/{commentId}/contact', {
			params: { path: { id, commentId } },
			body: { reason },
		}),
	);

/** Kinds, states and offices; they do not change while the page is open. */
export function useConsultationOptions() {
	return useQuery({
		queryKey: ['consultation-options'],
		queryFn: () => dataOf(api.GET('/api/consultations/options')),
		staleTime: Number.POSITIVE_INFINITY,
	});
}
