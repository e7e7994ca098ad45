import { FileTextOutlined } from '@ant-design/icons';
import { type Feature, screen } from '../../app/feature.ts';
import { loadTodo } from './todo.ts';

const READ = 'document.read';
const DRAFT = 'document.draft';

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
		screen('documents/new', { title: '拟稿', permission: DRAFT }, async () => (await import('./new-page.tsx')).NewPage),
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
