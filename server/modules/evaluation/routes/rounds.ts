import { paperDownload } from '../../../api/paper.ts';
import { Download, defineRoute } from '../../../api/route.ts';
import { type Reader, reader, transact } from '../../../platform/transaction.ts';
import { listOffices } from '../../offices/index.ts';
import { drawAutomatic } from '../commands/draw.ts';
import { createRound, moveRound, saveRound } from '../commands/rounds.ts';
import { officeSheet } from '../queries/office-sheet.ts';
import { closedResults, verifyRound } from '../queries/results.ts';
import { roundOptions, rounds, roundView } from '../queries/rounds.ts';
import { created, done, idParams } from '../schemas/common.ts';
import * as schemas from '../schemas/rounds.ts';
import { resultPaper } from '../sheets/results.ts';
import { resultsSheet, XLSX } from '../sheets/workbook.ts';

const reads = [
	defineRoute({
		method: 'GET',
		path: '/api/evaluation/rounds',
		summary: '考核列表',
		access: 'evaluation.read',
		audit: 'none',
		response: schemas.roundsView,
		handler: async ({ context }) => ({ rows: await rounds(reader(context)) }),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/evaluation/rounds/options',
		summary: '组织考核可选的内容',
		access: 'evaluation.manage',
		audit: 'none',
		response: schemas.roundOptions,
		handler: async ({ context }) => await roundOptions(reader(context)),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/evaluation/rounds/:id',
		summary: '考核',
		access: 'evaluation.read',
		audit: 'none',
		params: idParams,
		response: schemas.roundView,
		handler: async ({ context, params }) => await roundView(reader(context), params.id),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/evaluation/rounds/:id/offices/:officeId',
		summary: '机关的考核扣分',
		access: 'evaluation.read',
		audit: 'none',
		params: schemas.officeParams,
		response: schemas.officeView,
		handler: async ({ context, params }) => await officeSheet(reader(context), params.id, params.officeId),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/evaluation/rounds/:id/verification',
		summary: '核验考核结果',
		access: 'evaluation.manage',
		audit: 'none',
		params: idParams,
		response: schemas.verified,
		handler: async ({ context, params }) => await verifyRound(reader(context), params.id),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/evaluation/rounds/:id/results',
		summary: '导出考核结果',
		access: 'evaluation.manage',
		audit: 'evaluation.export',
		params: idParams,
		query: schemas.exportQuery,
		response: 'download',
		handler: async ({ context, params, query, services }) => {
			const read = reader(context);
			const results = await closedResults(read, params.id);
			const name = `${results.round.title}结果`;
			if (query.format === 'xlsx') return new Download(await resultsSheet(results), XLSX, `${name}.xlsx`);
			const paper = resultPaper(results, await countyName(read), read.today);
			return await paperDownload(paper, name, query.format, services);
		},
	}),
];

async function countyName(read: Reader): Promise<string> {
	return (await listOffices(read)).find(({ kind }) => kind === 'county')?.name ?? '县政务公开办';
}

const changes = [
	defineRoute({
		method: 'POST',
		path: '/api/evaluation/rounds',
		summary: '组织考核',
		access: 'evaluation.manage',
		audit: 'evaluation.createRound',
		body: schemas.roundBody,
		response: created,
		handler: async ({ context, body }) => ({ id: await transact(context, (tx) => createRound(tx, body)) }),
	}),
	defineRoute({
		method: 'PUT',
		path: '/api/evaluation/rounds/:id',
		summary: '修改考核安排',
		access: 'evaluation.manage',
		audit: 'evaluation.saveRound',
		params: idParams,
		body: schemas.roundChange,
		response: done,
		handler: async ({ context, params, body: { revision, ...input } }) => {
			await transact(context, (tx) => saveRound(tx, params.id, revision, input));
			return {};
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/evaluation/rounds/:id/moves/:action',
		summary: '推进考核',
		access: 'evaluation.manage',
		audit: 'evaluation.moveRound',
		params: schemas.roundMoveParams,
		body: schemas.roundMoveBody,
		response: done,
		handler: async ({ context, params, body }) => {
			await transact(context, (tx) => moveRound(tx, { ...params, ...body }));
			return {};
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/evaluation/rounds/:id/draw',
		summary: '考核自动取数',
		access: 'evaluation.manage',
		audit: 'evaluation.draw',
		params: idParams,
		response: schemas.drawn,
		ratePerMinute: 30,
		handler: async ({ context, params }) => await transact(context, (tx) => drawAutomatic(tx, params.id)),
	}),
];

export const roundRoutes = [...reads, ...changes];
