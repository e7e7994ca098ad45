import { BankOutlined } from '@ant-design/icons';
import { type Feature, screen } from '../../app/feature.ts';

const READ = 'office.read';
const MANAGE = 'office.manage';

export const feature: Feature = {
	key: 'offices',
	menu: [
		{
			key: 'offices',
			label: '机关',
			icon: <BankOutlined aria-hidden />,
			path: '/offices',
			permission: MANAGE,
			group: 'county',
		},
	],
	routes: [
		screen('offices', { title: '机关', permission: MANAGE }, async () => (await import('./list-page.tsx')).ListPage),
		screen(
			'offices/new',
			{ title: '新增机关', permission: MANAGE },
			async () => (await import('./new-page.tsx')).NewPage,
		),
		screen(
			'offices/import',
			{ title: '导入机关', permission: MANAGE },
			async () => (await import('./import-page.tsx')).ImportPage,
		),
		screen(
			'offices/merge',
			{ title: '合并机关', permission: MANAGE },
			async () => (await import('./merge-page.tsx')).MergePage,
		),
		screen(
			'offices/:id',
			{ title: '机关', permission: READ },
			async () => (await import('./office-page.tsx')).OfficePage,
		),
		screen(
			'offices/:id/edit',
			{ title: '修改机关', permission: MANAGE },
			async () => (await import('./edit-page.tsx')).EditPage,
		),
	],
};
