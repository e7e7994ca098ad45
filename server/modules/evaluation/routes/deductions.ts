import { Download, defineRoute } from '../../../api/route.ts';
import { reader, transact } from '../../../platform/transaction.ts';
import { moveDeduction } from '../commands/move-deduction.ts';
import { recordDeduction } from '../commands/record-deduction.ts';
import { evidenceFile, proofFile } from '../queries/office-sheet.ts';
import { created, done, idParams } from '../schemas/common.ts';
import * as schemas from '../schemas/rounds.ts';

export const deductionRoutes = [
	defineRoute({
		method: 'POST',
		path: '/api/evaluation/rounds/:id/deductions',
		summary: '记录考核扣分和证据',
		access: 'evaluation.score',
		audit: 'evaluation.record',
		params: idParams,
		upload: { maxFiles: 1 },
		body: schemas.deductionBody,
		response: created,
		handler: async ({ context, params, body: { kind, ref, text, ...given }, files: [file = null] }) => ({
			id: await transact(context, (tx) =>
				recordDeduction(tx, { ...given, roundId: params.id, evidence: { kind, ref, text, file } }),
			),
		}),
	}),
	defineRoute({
		method: 'POST',
		path: '/api/evaluation/deductions/:id/moves/:action',
		summary: '撤回扣分、处理申诉',
		access: 'evaluation.score',
		audit: 'evaluation.moveDeduction',
		params: schemas.deductionMoveParams,
		body: schemas.deductionMoveBody,
		response: done,
		handler: async ({ context, params, body }) => {
			await transact(context, (tx) => moveDeduction(tx, { ...params, ...body, proofs: [] }));
			return {};
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/evaluation/deductions/:id/appeal',
		summary: '对考核扣分提出申诉',
		access: 'evaluation.answer',
		audit: 'evaluation.appeal',
		params: idParams,
		upload: { maxFiles: 10 },
		body: schemas.appealBody,
		response: done,
		handler: async ({ context, params, body, files }) => {
			await transact(context, (tx) =>
				moveDeduction(tx, { ...params, ...body, action: 'appeal', points: null, proofs: files }),
			);
			return {};
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/api/evaluation/deductions/:id/evidence',
		summary: '下载扣分证据',
		access: 'evaluation.read',
		audit: 'evaluation.evidence',
		params: idParams,
		response: 'download',
		handler: async ({ context, params, services }) => {
			const file = await evidenceFile(reader(context), params.id);
			return new Download(services.files.read(file.sha256), file.mediaType, file.fileName);
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/api/evaluation/deductions/:id/proofs/:proofId',
		summary: '下载申诉材料',
		access: 'evaluation.read',
		audit: 'evaluation.proof',
		params: schemas.proofParams,
		response: 'download',
		handler: async ({ context, params, services }) => {
			const proof = await proofFile(reader(context), params.id, params.proofId);
			return new Download(services.files.read(proof.sha256), proof.mediaType, proof.fileName);
		},
	}),
];
