import { paperDownload } from '../../../api/paper.ts';
import { Download, defineRoute } from '../../../api/route.ts';
import { AppError } from '../../../kernel/errors.ts';
import { PDF_TYPE, writePdf } from '../../../platform/documents/index.ts';
import { reader, transact } from '../../../platform/transaction.ts';
import { fileNamePart, ZIP_TYPE } from '../../../platform/zip.ts';
import { addProof, PROOF_BYTES, storeProof } from '../commands/add-proof.ts';
import { moveDispatch, prepareDispatches } from '../commands/dispatch.ts';
import { askForDraft } from '../commands/draft.ts';
import { messages } from '../messages.zh.ts';
import { dispatchView, documentDispatches, listDispatches, proofFile } from '../queries/dispatches.ts';
import { originOf, requireMaterial } from '../queries/material.ts';
import { bookletName, handbookPaper, wechatPackage } from '../queries/outputs.ts';
import * as schemas from '../schemas.ts';
import { broadcastPaper, noticePaper } from '../sheets/notice.ts';

const reads = [
	defineRoute({
		method: 'GET',
		path: '/api/dispatches',
		summary: '渠道推送列表',
		access: 'channel.read',
		audit: 'none',
		query: schemas.dispatchQuery,
		response: schemas.dispatchList,
		handler: async ({ context, query }) => await listDispatches(reader(context), query),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/dispatches/:id',
		summary: '渠道推送',
		access: 'channel.read',
		audit: 'none',
		params: schemas.idParams,
		response: schemas.dispatchDetail,
		handler: async ({ context, params, services }) => await dispatchView(reader(context), services, params.id),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/dispatches/:id/proofs/:proofId',
		summary: '下载张贴证明',
		access: 'channel.read',
		audit: 'dispatch.proof.read',
		params: schemas.proofParams,
		response: 'download',
		handler: async ({ context, params, services }) => {
			const { sha256, mediaType, fileName } = await proofFile(reader(context), params.id, params.proofId);
			return new Download(services.files.read(sha256), mediaType, fileName);
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/api/dispatch-documents/:id',
		summary: '政府信息的渠道推送',
		access: 'channel.read',
		audit: 'none',
		params: schemas.idParams,
		response: schemas.documentView,
		handler: async ({ context, params, services }) => await documentDispatches(reader(context), services, params.id),
	}),
];

const papers = [
	defineRoute({
		method: 'GET',
		path: '/api/dispatch-documents/:id/wechat.zip',
		summary: '下载微信图文包',
		access: 'channel.read',
		audit: 'none',
		params: schemas.idParams,
		response: 'download',
		handler: async ({ context, params, services }) => {
			const origin = originOf(services);
			const material = await requireMaterial(reader(context), origin, params.id);
			const name = `${fileNamePart(material.document.title, 40)}_图文包.zip`;
			return new Download(await wechatPackage(services.files, material, origin), ZIP_TYPE, name);
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/api/dispatch-documents/:id/notice.pdf',
		summary: '打印张贴页',
		access: 'channel.read',
		audit: 'none',
		params: schemas.idParams,
		query: schemas.noticeQuery,
		response: 'download',
		handler: async ({ context, params, query, services }) => {
			const material = await requireMaterial(reader(context), originOf(services), params.id);
			const posting = { size: query.size, place: query.place, from: query.from ?? null, to: query.to ?? null };
			const bytes = await writePdf(await noticePaper(material, posting), services.config.fontDir);
			return new Download(bytes, PDF_TYPE, `${fileNamePart(material.document.title, 40)}_张贴页.pdf`);
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/api/dispatch-documents/:id/broadcast',
		summary: '下载播音稿',
		access: 'channel.read',
		audit: 'none',
		params: schemas.idParams,
		query: schemas.broadcastQuery,
		response: 'download',
		handler: async ({ context, params, query, services }) => {
			const material = await requireMaterial(reader(context), originOf(services), params.id);
			const name = `${fileNamePart(material.document.title, 40)}_播音稿`;
			return await paperDownload(broadcastPaper(material, query.times), name, query.format, services);
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/api/dispatch-documents/handbook',
		summary: '编制便民手册',
		access: 'channel.read',
		audit: 'none',
		query: schemas.handbookQuery,
		response: 'download',
		handler: async ({ context, query, services }) => {
			const title = query.title || '便民手册';
			const ids = [...new Set(query.ids.split(',').map(Number))];
			const paper = await handbookPaper(reader(context), originOf(services), title, ids);
			return await paperDownload(paper, bookletName(title), query.format, services);
		},
	}),
];

const writes = [
	defineRoute({
		method: 'POST',
		path: '/api/dispatches',
		summary: '推送到其他渠道',
		access: 'channel.manage',
		audit: 'dispatch.prepare',
		body: schemas.newDispatches,
		response: schemas.dispatchIds,
		handler: async ({ context, body }) => ({
			ids: await transact(context, (tx) => prepareDispatches(tx, body.documentId, body.channelIds)),
		}),
	}),
	defineRoute({
		method: 'POST',
		path: '/api/dispatches/:id/moves/:action',
		summary: '办理渠道推送',
		access: 'channel.manage',
		audit: 'dispatch.move',
		params: schemas.dispatchMoveParams,
		body: schemas.dispatchMove,
		response: schemas.done,
		handler: async ({ context, params, body }) => {
			const at = body.at ? new Date(body.at) : null;
			await transact(context, (tx) => moveDispatch(tx, { ...params, ...body, at }));
			return {};
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/dispatches/:id/proofs',
		summary: '上传张贴证明',
		access: 'channel.manage',
		audit: 'dispatch.proof',
		params: schemas.idParams,
		// Held in memory: what a camera wrote beside the picture never reaches the disk.
		upload: { maxFiles: 1, passingBytes: PROOF_BYTES },
		body: schemas.proofBody,
		response: schemas.done,
		handler: async ({ context, params, body, passing, services }) => {
			const [file] = passing;
			if (!file) throw new AppError('invalid', { message: messages.noFile });
			const stored = await storeProof(services.files, file);
			const proof = { ...stored, fileName: file.fileName };
			await transact(context, (tx) => addProof(tx, params.id, body.moment, proof));
			return {};
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/dispatches/:id/draft',
		summary: '写入公众号草稿箱',
		access: 'channel.manage',
		audit: 'dispatch.draft',
		params: schemas.idParams,
		response: schemas.done,
		handler: async ({ context, params, services }) => {
			await transact(context, (tx) => askForDraft(tx, services.wechat, params.id));
			return {};
		},
	}),
];

export const dispatchRoutes = [...reads, ...papers, ...writes];
