import { MailOutlined } from '@ant-design/icons';
import { type Feature, screen } from '../../app/feature.ts';

const MANAGE = 'settings.manage';

export const feature: Feature = {
	key: 'messaging',
	menu: [
		{
			key: 'messages',
			label: '消息发送',
			icon: <MailOutlined aria-hidden />,
			path: '/messages',
			permission: MANAGE,
			group: 'system',
		},
	],
	routes: [
		screen(
			'messages',
			{ title: '消息发送', permission: MANAGE },
			async () => (await import('./messages-page.tsx')).MessagesPage,
		),
	],
};
