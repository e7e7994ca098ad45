import { AppstoreOutlined, ReadOutlined } from '@ant-design/icons';
import { type Feature, screen } from '../../app/feature.ts';

const READ = 'document.read';

export const feature: Feature = {
	key: 'catalog',
	menu: [
		{
			key: 'catalog',
			label: '公开目录',
			icon: <AppstoreOutlined aria-hidden />,
			path: '/catalog',
			permission: READ,
			group: 'disclosure',
		},
		{
			key: 'guide',
			label: '公开指南',
			icon: <ReadOutlined aria-hidden />,
			path: '/guide',
			permission: READ,
			group: 'disclosure',
		},
	],
	routes: [
		screen(
			'catalog',
			{ title: '公开目录', permission: READ },
			async () => (await import('./columns-page.tsx')).ColumnsPage,
		),
		screen(
			'guide',
			{ title: '公开指南', permission: READ },
			async () => (await import('./guide/guide-page.tsx')).GuidePage,
		),
	],
};
