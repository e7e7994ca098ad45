import { FormOutlined, MessageOutlined, SolutionOutlined } from '@ant-design/icons';
import { type Feature, screen } from '../../app/feature.ts';
import { loadTodo } from './todo.ts';

const READ = 'concern.read';
const CONSULTATION = { title: '意见征集', permission: 'consultation.read' } as const;
const DRAFTING = { title: '起草意见征集', permission: 'consultation.handle' } as const;
const PROPOSAL = { title: '建议提案', permission: 'proposal.read' } as const;

export const feature: Feature = {
	key: 'participation',
	menu: [
		{
			key: 'concerns',
			label: '公众诉求',
			icon: <MessageOutlined aria-hidden />,
			path: '/concerns',
			permission: READ,
			group: 'response',
		},
		{
			key: 'consultations',
			label: '意见征集',
			icon: <FormOutlined aria-hidden />,
			path: '/consultations',
			permission: 'consultation.read',
			group: 'response',
		},
		{
			key: 'proposals',
			label: '建议提案',
			icon: <SolutionOutlined aria-hidden />,
			path: '/proposals',
			permission: 'proposal.read',
			group: 'response',
		},
	],
	routes: [
		screen('concerns', { title: '公众诉求', permission: READ }, async () => (await import('./list-page.tsx')).ListPage),
		screen(
			'concerns/import',
			{ title: '导入热线工单', permission: 'concern.handle' },
			async () => (await import('./import-page.tsx')).ImportPage,
		),
		screen(
			'concerns/figures',
			{ title: '互动回应统计', permission: READ },
			async () => (await import('./figures-page.tsx')).FiguresPage,
		),
		screen(
			'concerns/:id',
			{ title: '公众诉求', permission: READ },
			async () => (await import('./concern-page.tsx')).ConcernPage,
		),
		screen('consultations', CONSULTATION, async () => (await import('./consultation-list.tsx')).ConsultationListPage),
		screen('consultations/new', DRAFTING, async () => (await import('./consultation-form.tsx')).NewConsultationPage),
		screen('consultations/:id', CONSULTATION, async () => (await import('./consultation-page.tsx')).ConsultationPage),
		screen(
			'consultations/:id/edit',
			DRAFTING,
			async () => (await import('./consultation-form.tsx')).EditConsultationPage,
		),
		screen('proposals', PROPOSAL, async () => (await import('./proposal-list.tsx')).ProposalListPage),
		screen('proposals/:id', PROPOSAL, async () => (await import('./proposal-page.tsx')).ProposalPage),
	],
	todo: {
		title: '互动回应',
		permission: ['concern.handle', 'consultation.handle', 'consultation.signOff'],
		load: loadTodo,
	},
};
