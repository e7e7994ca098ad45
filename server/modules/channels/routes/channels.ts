import { defineRoute } from '../../../api/route.ts';
import { reader, transact } from '../../../platform/transaction.ts';
import { listOffices } from '../../offices/index.ts';
import { changeChannel, closeChannel, noteActivity, noteVisitors, openChannel } from '../commands/keep-channel.ts';
import { CARRIERS, DISPATCH_STATES, KIND_KEYS, kindRow, NEEDS, PLACE_KINDS } from '../model.ts';
import { channelView, listChannels } from '../queries/channels.ts';
import { channelFigures } from '../queries/figures.ts';
import * as schemas from '../schemas.ts';
import { countSubscriptions } from '../store/subscriptions.ts';

const optionsOf = (table: Readonly<Record<string, string>>) =>
	Object.entries(table).map(([value, label]) => ({ value, label }));

const reads = [
	defineRoute({
		method: 'GET',
		path: '/api/channels',
		summary: '公开渠道列表',
		access: 'channel.read',
		audit: 'none',
		query: schemas.channelQuery,
		response: schemas.channelList,
		handler: async ({ context, query }) => ({ rows: await listChannels(reader(context), query) }),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/channels/options',
		summary: '公开渠道的种类和状态',
		access: 'channel.read',
		audit: 'none',
		response: schemas.options,
		handler: async ({ context, services }) => ({
			kinds: KIND_KEYS.map((kind) => {
				const { label, newMedia = false, dispatched } = kindRow(kind);
				return { value: kind, label, newMedia, dispatched };
			}),
			placeKinds: optionsOf(PLACE_KINDS),
			carriers: optionsOf(CARRIERS),
			needs: optionsOf(NEEDS),
			states: optionsOf(DISPATCH_STATES),
			offices: (await listOffices(reader(context))).map(({ id, shortName }) => ({ value: id, label: shortName })),
			wechatAppId: services.wechat?.appId ?? '',
			mailIsOpen: services.channels.mail !== null,
			subscriptions: await countSubscriptions(reader(context)),
		}),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/channels/figures',
		summary: '公开渠道年度统计',
		access: 'channel.read',
		audit: 'none',
		query: schemas.figuresQuery,
		response: schemas.figures,
		handler: async ({ context, query }) => ({
			rows: await channelFigures(reader(context), query.officeId, query.year),
		}),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/channels/:id',
		summary: '公开渠道',
		access: 'channel.read',
		audit: 'none',
		params: schemas.idParams,
		response: schemas.channelDetail,
		handler: async ({ context, params }) => await channelView(reader(context), params.id),
	}),
];

const writes = [
	defineRoute({
		method: 'POST',
		path: '/api/channels',
		summary: '渠道开设备案',
		access: 'channel.manage',
		audit: 'channel.open',
		body: schemas.newChannel,
		response: schemas.created,
		handler: async ({ context, body: { officeId, ...given } }) => ({
			id: await transact(context, (tx) => openChannel(tx, officeId, given)),
		}),
	}),
	defineRoute({
		method: 'POST',
		path: '/api/channels/:id/change',
		summary: '渠道变更备案',
		access: 'channel.manage',
		audit: 'channel.change',
		params: schemas.idParams,
		body: schemas.changedChannel,
		response: schemas.done,
		handler: async ({ context, params, body: { revision, ...given } }) => {
			await transact(context, (tx) => changeChannel(tx, params.id, revision, given));
			return {};
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/channels/:id/close',
		summary: '渠道关停备案',
		access: 'channel.manage',
		audit: 'channel.close',
		params: schemas.idParams,
		body: schemas.closing,
		response: schemas.done,
		handler: async ({ context, params, body }) => {
			await transact(context, (tx) => closeChannel(tx, params.id, body.day, body.reason));
			return {};
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/channels/:id/activity',
		summary: '登记渠道更新',
		access: 'channel.manage',
		audit: 'channel.activity',
		params: schemas.idParams,
		body: schemas.activity,
		response: schemas.done,
		handler: async ({ context, params, body }) => {
			await transact(context, (tx) => noteActivity(tx, params.id, body));
			return {};
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/channels/:id/visitors',
		summary: '登记查阅点接待人数',
		access: 'channel.manage',
		audit: 'channel.visitors',
		params: schemas.idParams,
		body: schemas.visitors,
		response: schemas.done,
		handler: async ({ context, params, body }) => {
			await transact(context, (tx) => noteVisitors(tx, params.id, body.month, body.visitors));
			return {};
		},
	}),
];

export const channelRoutes = [...reads, ...writes];
