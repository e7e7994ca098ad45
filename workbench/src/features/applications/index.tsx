import { FileTextOutlined, InboxOutlined, NumberOutlined } from '@ant-design/icons';
import { type Feature, screen } from '../../app/feature.ts';
import { loadTodo } from './todo.ts';

const READ = 'application.read';

export const feature: Feature = {
	key: 'applications',
	menu: [
		{
			key: 'applications',
			label: '依申请公开',
			icon: <InboxOutlined aria-hidden />,
			path: '/applications',
			permission: READ,
		},
		{
			key: 'application-numbering',
			label: '申请编号规则',
			icon: <NumberOutlined aria-hidden />,
			path: '/application-numbering',
			permission: 'settings.manage',
			group: 'system',
		},
		{
			key: 'letter-wordings',
			label: '文书格式',
			icon: <FileTextOutlined aria-hidden />,
			path: '/letter-wordings',
			permission: 'settings.manage',
			group: 'system',
		},
	],
	routes: [
		screen(
			'applications',
			{ title: '依申请公开', permission: READ },
			async () => (await import('./queue-page.tsx')).QueuePage,
		),
		screen(
			'applications/register',
			{ title: '登记台账', permission: READ },
			async () => (await import('./register-page.tsx')).RegisterPage,
		),
		screen(
			'applications/new',
			{ title: '登记申请', permission: 'application.register' },
			async () => (await import('./entry-page.tsx')).EntryPage,
		),
		screen(
			'applications/import',
			{ title: '批量登记申请', permission: 'application.register' },
			async () => (await import('./intake-import-page.tsx')).IntakeImportPage,
		),
		screen(
			'applications/:id',
			{ title: '申请办理', permission: READ },
			async () => (await import('./case-page.tsx')).CasePage,
		),
		screen(
			'applications/:id/decision',
			{ title: '拟定答复', permission: 'application.handle' },
			async () => (await import('./decision-page.tsx')).DecisionPage,
		),
		screen(
			'applications/:id/redactions/:redactionId',
			{ title: '遮盖材料', permission: 'application.handle' },
			async () => (await import('./redaction/redaction-page.tsx')).RedactionPage,
		),
		screen(
			'application-numbering',
			{ title: '申请编号规则', permission: 'settings.manage' },
			async () => (await import('./numbering-page.tsx')).NumberingPage,
		),
		screen(
			'letter-wordings',
			{ title: '文书格式', permission: 'settings.manage' },
			async () => (await import('./wordings/wordings-page.tsx')).WordingsPage,
		),
		screen(
			'letter-wordings/:name',
			{ title: '修改文书格式', permission: 'settings.manage' },
			async () => (await import('./wordings/wording-page.tsx')).WordingPage,
		),
	],
	todo: {
		title: '依申请公开',
		permission: ['application.handle', 'application.approve', 'document.secrecyReview'],
		load: loadTodo,
	},
};
