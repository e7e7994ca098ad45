import type { Module } from '../../module.ts';
import { jobs } from './jobs.ts';
import { pages } from './pages/index.ts';
import { channelRoutes } from './routes/channels.ts';
import { deliveryRoutes } from './routes/deliveries.ts';
import { dispatchRoutes } from './routes/dispatches.ts';
import { gazetteRoutes } from './routes/gazettes.ts';

export { silentAccounts } from './queries/channels.ts';
export { type ChannelFigure, channelFigures, FIGURE_REGISTERS } from './queries/figures.ts';

/** 公开渠道: accounts, boards and places beside the portal, what went out through each, the gazette, deliveries, subscriptions. */
export const channels: Module = {
	name: 'channels',
	routes: [...channelRoutes, ...dispatchRoutes, ...gazetteRoutes, ...deliveryRoutes],
	pages,
	events: { 'subscription.digest': '发送订阅邮件', 'dispatch.draftWritten': '公众号草稿写入结果' },
	jobs,
};
