import { paperDownload } from '../../../api/paper.ts';
import { Download, defineRoute } from '../../../api/route.ts';
import { XLSX } from '../../../platform/row-sheet.ts';
import { reader, transact } from '../../../platform/transaction.ts';
import { ZIP_TYPE } from '../../../platform/zip.ts';
import { moveDelivery, prepareDelivery } from '../commands/deliver.ts';
import { deliveryPackage, deliveryPaper, deliveryView, listDeliveries } from '../queries/deliveries.ts';
import { undeliveredDocuments, undeliveredOf } from '../queries/undelivered.ts';
import * as schemas from '../schemas/gazettes.ts';
import { undeliveredSheet } from '../sheets/undelivered.ts';

export const deliveryRoutes = [
	defineRoute({
		method: 'GET',
		path: '/api/deliveries',
		summary: '向查阅场所移交的批次',
		access: 'channel.read',
		audit: 'none',
		query: schemas.officeQuery.partial(),
		response: schemas.deliveryList,
		handler: async ({ context, query }) => ({ rows: await listDeliveries(reader(context), query) }),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/deliveries/undelivered',
		summary: '尚未移交档案馆、图书馆的信息',
		access: 'channel.read',
		audit: 'none',
		query: schemas.undeliveredQuery,
		response: schemas.undelivered,
		handler: async ({ context, query }) => await undeliveredOf(reader(context), query.officeId),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/deliveries/undelivered/export',
		summary: '下载尚未移交的信息清单',
		access: 'channel.read',
		audit: 'none',
		query: schemas.undeliveredQuery,
		response: 'download',
		handler: async ({ context, query }) =>
			new Download(
				await undeliveredSheet(await undeliveredDocuments(reader(context), query.officeId)),
				XLSX,
				'尚未移交的信息.xlsx',
			),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/deliveries/:id/list',
		summary: '移交清单（签收用）',
		access: 'channel.read',
		audit: 'delivery.list',
		params: schemas.idParams,
		query: schemas.listQuery,
		response: 'download',
		handler: async ({ context, params, query, services }) => {
			const { paper, name } = await deliveryPaper(reader(context), params.id);
			return await paperDownload(paper, name, query.format, services);
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/api/deliveries/:id',
		summary: '移交批次',
		access: 'channel.read',
		audit: 'none',
		params: schemas.idParams,
		response: schemas.deliveryDetail,
		handler: async ({ context, params }) => await deliveryView(reader(context), params.id),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/deliveries/:id/package',
		summary: '下载移交包',
		access: 'channel.read',
		audit: 'delivery.package',
		params: schemas.idParams,
		response: 'download',
		handler: async ({ context, params, services }) => {
			const bytes = await deliveryPackage(reader(context), services, params.id);
			return new Download(bytes, ZIP_TYPE, `移交包${params.id}.zip`);
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/deliveries',
		summary: '编制移交清单',
		access: 'channel.manage',
		audit: 'delivery.prepare',
		body: schemas.newDelivery,
		response: schemas.created,
		handler: async ({ context, body }) => ({
			id: await transact(context, (tx) => prepareDelivery(tx, body.channelId, body.carrier)),
		}),
	}),
	defineRoute({
		method: 'POST',
		path: '/api/deliveries/:id/moves/:action',
		summary: '登记移交、签收或者取消',
		access: 'channel.manage',
		audit: 'delivery.move',
		params: schemas.deliveryMoveParams,
		body: schemas.deliveryMove,
		response: schemas.done,
		handler: async ({ context, params, body }) => {
			await transact(context, (tx) => moveDelivery(tx, { ...params, ...body }));
			return {};
		},
	}),
];
