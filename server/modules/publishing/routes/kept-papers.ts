import { Download, defineRoute, type Route } from '../../../api/route.ts';
import { AppError } from '../../../kernel/errors.ts';
import { reader, transact } from '../../../platform/transaction.ts';
import type { Services } from '../../../services.ts';
import { type CheckedFile, checkUploads } from '../commands/add-attachments.ts';
import { assessImpact, keepProof } from '../commands/keep-papers.ts';
import { readInWork } from '../queries/in-work.ts';
import { requestParams } from '../schemas/coordination.ts';
import { assessmentBody, assessmentParams, keptAnswer, proofParams } from '../schemas/kept-papers.ts';
import { idParams } from '../schemas.ts';
import { type KeptPaper, selectAssessmentPaper, selectProofs } from '../store/kept-papers.ts';

async function onePaper(services: Services, uploads: Parameters<typeof checkUploads>[1]): Promise<CheckedFile> {
	const [paper] = await checkUploads(services.files, uploads);
	if (!paper) throw new AppError('invalid');
	return paper;
}

function download({ files }: Services, paper: KeptPaper | null | undefined): Download {
	if (!paper) throw new AppError('notFound');
	return new Download(files.read(paper.sha256), paper.mediaType, paper.fileName);
}

/** Papers that are kept with a document and shown to nobody outside: 影响评估, and letters of bodies outside the county. */
export const keptPaperRoutes: readonly Route[] = [
	defineRoute({
		method: 'POST',
		path: '/api/documents/:id/impact-assessments',
		summary: '登记个人信息保护影响评估',
		access: 'document.read',
		audit: 'document.assessImpact',
		params: idParams,
		body: assessmentBody,
		upload: { maxFiles: 1 },
		response: keptAnswer,
		handler: async ({ context, params, body, files, services }) => {
			const paper = await onePaper(services, files);
			await transact(context, (tx) => assessImpact(tx, params.id, body, paper));
			return { kept: true as const };
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/api/documents/:id/impact-assessments/:assessmentId',
		summary: '下载个人信息保护影响评估',
		access: 'document.read',
		audit: 'none',
		params: assessmentParams,
		response: 'download',
		handler: async ({ context, params, services }) => {
			const read = reader(context);
			await readInWork(read, params.id);
			return download(services, await selectAssessmentPaper(read, params.id, params.assessmentId));
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/documents/:id/coordination-requests/:requestId/proofs',
		summary: '上传县外机关的复函',
		access: 'document.draft',
		audit: 'document.keepProof',
		params: requestParams,
		upload: { maxFiles: 1 },
		response: keptAnswer,
		handler: async ({ context, params, files, services }) => {
			const paper = await onePaper(services, files);
			await transact(context, (tx) => keepProof(tx, params.id, params.requestId, paper));
			return { kept: true as const };
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/api/documents/:id/coordination-proofs/:proofId',
		summary: '下载县外机关的复函',
		access: 'document.read',
		audit: 'none',
		params: proofParams,
		response: 'download',
		handler: async ({ context, params, services }) => {
			const read = reader(context);
			await readInWork(read, params.id);
			return download(
				services,
				(await selectProofs(read, params.id)).find(({ id }) => id === params.proofId),
			);
		},
	}),
];
