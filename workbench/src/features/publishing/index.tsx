import { FileTextOutlined } from '@ant-design/icons';
import { type Feature, screen } from '../../app/feature.ts';
import { loadTodo } from './todo.ts';

const READ = 'document.read';
const DRAFT = 'document.draft';
const IMPORT = 'document.import';

export const feature: Feature = {
	key: 'publishing',
	menu: [
		{
			key: 'documents',
			label: '信息发布',
			icon: <FileTextOutlined aria-hidden />,
			path: '/documents',
			permission: READ,
		},
	],
	routes: [
		screen(
			'documents',
			{ title: '信息发布', permission: READ },
			async () => (await import('./list-page.tsx')).ListPage,
		),
		screen(
			'documents/coordination',
			{ title: '协商确认', permission: READ },
			async () => (await import('./coordination/asked-list.tsx')).AskedList,
		),
		screen(
			'documents/coordination/:id',
			{ title: '协商确认', permission: READ },
			async () => (await import('./coordination/asked-page.tsx')).AskedPage,
		),
		screen(
			'documents/imports',
			{ title: '批量导入', permission: IMPORT },
			async () => (await import('./imports/import-list.tsx')).ImportList,
		),
		screen(
			'documents/imports/:id',
			{ title: '导入批次', permission: IMPORT },
			async () => (await import('./imports/import-page.tsx')).ImportPage,
		),
		screen('documents/new', { title: '拟稿', permission: DRAFT }, async () => (await import('./new-page.tsx')).NewPage),
		screen(
			'documents/reads',
			{ title: '浏览统计', permission: READ },
			async () => (await import('./reads-page.tsx')).ReadsPage,
		),
		screen(
			'documents/:id',
			{ title: '政府信息', permission: READ },
			async () => (await import('./page/document-page.tsx')).DocumentPage,
		),
		screen(
			'documents/:id/edit',
			{ title: '编写', permission: DRAFT },
			async () => (await import('./editor/edit-page.tsx')).EditPage,
		),
	],
	todo: { title: '信息发布', permission: READ, load: loadTodo },
};
