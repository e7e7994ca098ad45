import { SolutionOutlined } from '@ant-design/icons';
import { type Feature, screen } from '../../app/feature.ts';
import { loadTodo } from './todo.ts';

const READ = 'normative.read';

export const feature: Feature = {
	key: 'normative',
	menu: [
		{
			key: 'normative',
			label: '规范性文件',
			icon: <SolutionOutlined aria-hidden />,
			path: '/normative',
			permission: READ,
			group: 'disclosure',
		},
	],
	routes: [
		screen(
			'normative',
			{ title: '规范性文件', permission: READ },
			async () => (await import('./list-page.tsx')).ListPage,
		),
		screen(
			'normative/batches',
			{ title: '规范性文件清理', permission: READ },
			async () => (await import('./batches-page.tsx')).BatchesPage,
		),
		screen(
			'normative/batches/:id',
			{ title: '规范性文件清理', permission: READ },
			async () => (await import('./batch-page.tsx')).BatchPage,
		),
		screen(
			'normative/expiring',
			{ title: '即将到期的规范性文件', permission: READ },
			async () => (await import('./expiring-page.tsx')).ExpiringPage,
		),
		screen(
			'normative/words',
			{ title: '编号规则', permission: 'normative.manage' },
			async () => (await import('./words-page.tsx')).WordsPage,
		),
		screen(
			'normative/:id',
			{ title: '规范性文件', permission: READ },
			async () => (await import('./project-page.tsx')).ProjectPage,
		),
	],
	todo: { title: '规范性文件', permission: READ, load: loadTodo },
};
