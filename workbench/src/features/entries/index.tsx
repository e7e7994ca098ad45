import { ProfileOutlined } from '@ant-design/icons';
import { type Feature, screen } from '../../app/feature.ts';

const READ = 'document.read';

export const feature: Feature = {
	key: 'entries',
	menu: [
		{
			key: 'entries',
			label: '公开事项',
			icon: <ProfileOutlined aria-hidden />,
			path: '/entries',
			permission: READ,
			group: 'disclosure',
		},
	],
	routes: [
		screen(
			'entries',
			{ title: '公开事项', permission: READ },
			async () => (await import('./office-page.tsx')).OfficePage,
		),
		screen(
			'entries/standard',
			{ title: '标准目录', permission: READ },
			async () => (await import('./standard-page.tsx')).StandardPage,
		),
		screen(
			'entries/coverage',
			{ title: '各领域公开情况', permission: READ },
			async () => (await import('./coverage-page.tsx')).CoveragePage,
		),
		screen(
			'entries/import',
			{ title: '导入公开事项', permission: READ },
			async () => (await import('./import-page.tsx')).ImportPage,
		),
	],
};
