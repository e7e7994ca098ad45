import { useQuery } from '@tanstack/react-query';
import { type Answer, api, type Body, dataOf, type Query } from '../../api/index.ts';

export type DocumentLine = Answer<'/api/documents'>['rows'][number];
export type DocumentDetail = Answer<'/api/documents/{id}'>;
export type Options = Answer<'/api/documents/options'>;
export type ReadFigures = Answer<'/api/documents/reads'>;
export type Content = DocumentDetail['content'];
export type Attachment = DocumentDetail['attachments'][number];
export type Step = DocumentDetail['steps'][number];
export type Review = DocumentDetail['reviews'][number];
export type DocumentState = DocumentDetail['state'];
export type NewDocument = Body<'/api/documents'>;
export type SecrecySheet = Body<'/api/documents/{id}/secrecy-review'>;
export type DisclosureOpinion = Body<'/api/documents/{id}/opinion'>;
export type SignOff = Body<'/api/documents/{id}/sign-off'>;
export type ValidityMark = Body<'/api/documents/{id}/validity'>;

/** Key of one document; everything under `documents` is read anew after a move. */
export const documentKey = (id: number) => ['documents', id] as const;

export const readDocument = (id: number): Promise<DocumentDetail> =>
	dataOf(api.GET('/api/documents/{id}', { params: { path: { id } } }));

export const maskDocument = (id: number) => dataOf(api.POST('/api/documents/{id}/mask', { params: { path: { id } } }));

/** A copy of a file with what is personal masked, shown in its place. */
export const maskFile = (id: number, fileId: number) =>
	dataOf(api.POST('/api/documents/{id}/attachments/{fileId}/masked-copy', { params: { path: { id, fileId } } }));

export const createDocument = (body: NewDocument) => dataOf(api.POST('/api/documents', { body }));

export const saveDraft = (id: number, version: number, content: Content) =>
	dataOf(api.PUT('/api/documents/{id}/draft', { params: { path: { id } }, body: { version, content } }));

export const readPreview = async (id: number): Promise<string> =>
	(await dataOf(api.GET('/api/documents/{id}/preview', { params: { path: { id } } }))).html;

/** Keywords and a summary of what has been written; nothing is filled in by itself. */
export const readSuggestions = (body: { title: string; body: string }) =>
	dataOf(api.POST('/api/documents/suggestions', { body }));

/** Policies an interpretation of an office can explain. */
export const readExplainable = (query: Query<'/api/documents/explainable'>) =>
	dataOf(api.GET('/api/documents/explainable', { params: { query } }));

/** 浏览次数 within months. */
export const readReads = (query: Query<'/api/documents/reads'>) =>
	dataOf(api.GET('/api/documents/reads', { params: { query } }));

/** The closed lists of the forms; they change with a release only. */
export function useOptions() {
	return useQuery({
		queryKey: ['document-options'],
		queryFn: () => dataOf(api.GET('/api/documents/options')),
		staleTime: Number.POSITIVE_INFINITY,
	});
}

/** Address of a file of a document, for links and pictures. */
export const filePath = (documentId: number, fileId: number) => `/api/documents/${documentId}/attachments/${fileId}`;
