import { BookOutlined } from '@ant-design/icons';
import { type Feature, screen } from '../../app/feature.ts';

const READ = 'register.read';

export const feature: Feature = {
	key: 'registers',
	menu: [
		{
			key: 'registers',
			label: '台账',
			icon: <BookOutlined aria-hidden />,
			path: '/registers',
			permission: READ,
			group: 'reporting',
		},
	],
	routes: [
		screen(
			'registers',
			{ title: '台账', permission: READ },
			async () => (await import('./totals-page.tsx')).TotalsPage,
		),
		screen(
			'registers/:kind',
			{ title: '台账', permission: READ },
			async () => (await import('./entries-page.tsx')).EntriesPage,
		),
		screen(
			'registers/:kind/import',
			{ title: '导入台账', permission: 'register.write' },
			async () => (await import('./import-page.tsx')).ImportPage,
		),
	],
};
