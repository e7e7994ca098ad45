import { EyeOutlined, ToolOutlined } from '@ant-design/icons';
import { type Feature, screen } from '../../app/feature.ts';
import { loadTodo } from './todo.ts';

const READ = 'supervision.read';

export const feature: Feature = {
	key: 'supervision',
	menu: [
		{
			key: 'monitoring',
			label: '监测',
			icon: <EyeOutlined aria-hidden />,
			path: '/monitoring',
			permission: READ,
			group: 'work',
		},
		{
			key: 'rectifications',
			label: '整改',
			icon: <ToolOutlined aria-hidden />,
			path: '/rectifications',
			permission: READ,
			group: 'work',
		},
	],
	routes: [
		screen(
			'monitoring',
			{ title: '监测', permission: READ },
			async () => (await import('./monitoring-page.tsx')).MonitoringPage,
		),
		screen(
			'rectifications',
			{ title: '整改清单', permission: READ },
			async () => (await import('./lists-page.tsx')).ListsPage,
		),
		screen(
			'rectifications/:id',
			{ title: '整改清单', permission: READ },
			async () => (await import('./list-page.tsx')).ListPage,
		),
	],
	todo: { title: '整改', permission: READ, load: loadTodo },
};
