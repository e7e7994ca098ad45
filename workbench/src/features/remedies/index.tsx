import { FileProtectOutlined } from '@ant-design/icons';
import { type Feature, screen } from '../../app/feature.ts';
import { loadTodo } from './todo.ts';

const READ = 'application.read';

export const feature: Feature = {
	key: 'remedies',
	menu: [
		{
			key: 'remedies',
			label: '复议诉讼',
			icon: <FileProtectOutlined aria-hidden />,
			path: '/remedies',
			permission: READ,
			group: 'reporting',
		},
	],
	routes: [
		screen('remedies', { title: '复议诉讼', permission: READ }, async () => (await import('./list-page.tsx')).ListPage),
		screen(
			'remedies/new',
			{ title: '登记复议诉讼', permission: 'application.handle' },
			async () => (await import('./entry-page.tsx')).EntryPage,
		),
		screen(
			'remedies/:id',
			{ title: '复议诉讼案件', permission: READ },
			async () => (await import('./remedy-page.tsx')).RemedyPage,
		),
	],
	todo: { title: '复议诉讼', permission: 'application.handle', load: loadTodo },
};
