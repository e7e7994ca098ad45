import { BookOutlined, NotificationOutlined, SendOutlined } from '@ant-design/icons';
import { type Feature, screen } from '../../app/feature.ts';
import { loadTodo } from './todo.ts';

const READ = 'channel.read';

function entry(key: string, label: string, icon: React.ReactNode) {
	return { key, label, icon, path: `/${key}`, permission: READ, group: 'disclosure' } as const;
}

export const feature: Feature = {
	key: 'channels',
	menu: [
		entry('channels', '公开渠道', <NotificationOutlined aria-hidden />),
		entry('dispatches', '渠道推送', <SendOutlined aria-hidden />),
		entry('gazettes', '政府公报', <BookOutlined aria-hidden />),
	],
	routes: [
		screen(
			'channels',
			{ title: '公开渠道', permission: READ },
			async () => (await import('./channel-list.tsx')).ChannelList,
		),
		screen(
			'channels/:id',
			{ title: '公开渠道', permission: READ },
			async () => (await import('./channel-page.tsx')).ChannelPage,
		),
		screen(
			'dispatches',
			{ title: '渠道推送', permission: READ },
			async () => (await import('./dispatch-list.tsx')).DispatchList,
		),
		screen(
			'dispatches/:id',
			{ title: '渠道推送', permission: READ },
			async () => (await import('./dispatch-page.tsx')).DispatchPage,
		),
		screen(
			'documents/:id/channels',
			{ title: '推送到其他渠道', permission: READ },
			async () => (await import('./push-page.tsx')).PushPage,
		),
		screen(
			'gazettes',
			{ title: '政府公报', permission: READ },
			async () => (await import('./gazette-list.tsx')).GazetteList,
		),
		screen(
			'gazettes/:id',
			{ title: '政府公报', permission: READ },
			async () => (await import('./gazette-page.tsx')).GazettePage,
		),
		screen(
			'channels/deliveries',
			{ title: '移交查阅场所', permission: READ },
			async () => (await import('./delivery-list.tsx')).DeliveryList,
		),
		screen(
			'channels/deliveries/:id',
			{ title: '移交查阅场所', permission: READ },
			async () => (await import('./delivery-page.tsx')).DeliveryPage,
		),
	],
	todo: { title: '渠道推送', permission: 'channel.manage', load: loadTodo },
};
