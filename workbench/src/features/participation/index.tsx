import { MessageOutlined } from '@ant-design/icons';
import { type Feature, screen } from '../../app/feature.ts';
import { loadTodo } from './todo.ts';

const READ = 'concern.read';

export const feature: Feature = {
	key: 'participation',
	menu: [
		{
			key: 'concerns',
			label: '公众诉求',
			icon: <MessageOutlined aria-hidden />,
			path: '/concerns',
			permission: READ,
			group: 'work',
		},
	],
	routes: [
		screen('concerns', { title: '公众诉求', permission: READ }, async () => (await import('./list-page.tsx')).ListPage),
		screen(
			'concerns/:id',
			{ title: '公众诉求', permission: READ },
			async () => (await import('./concern-page.tsx')).ConcernPage,
		),
	],
	todo: { title: '公众诉求', permission: 'concern.handle', load: loadTodo },
};
