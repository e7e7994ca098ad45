import { BarChartOutlined, EyeOutlined, ToolOutlined } from '@ant-design/icons';
import { type Feature, screen } from '../../app/feature.ts';
import { loadTodo } from './todo.ts';

const READ = 'supervision.read';

export const feature: Feature = {
	key: 'supervision',
	menu: [
		{
			key: 'board',
			label: '看板',
			icon: <BarChartOutlined aria-hidden />,
			path: '/board',
			permission: READ,
			group: 'oversight',
		},
		{
			key: 'monitoring',
			label: '监测',
			icon: <EyeOutlined aria-hidden />,
			path: '/monitoring',
			permission: READ,
			group: 'oversight',
		},
		{
			key: 'rectifications',
			label: '整改',
			icon: <ToolOutlined aria-hidden />,
			path: '/rectifications',
			permission: READ,
			group: 'oversight',
		},
	],
	routes: [
		screen('board', { title: '看板', permission: READ }, async () => (await import('./board-page.tsx')).BoardPage),
		screen(
			'board/records',
			{ title: '看板', permission: READ },
			async () => (await import('./records-page.tsx')).RecordsPage,
		),
		screen(
			'monitoring/findings/:id',
			{ title: '监测发现的问题', permission: READ },
			async () => (await import('./finding-page.tsx')).FindingPage,
		),
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
