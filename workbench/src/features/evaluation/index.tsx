import { AuditOutlined, FormOutlined, TrophyOutlined } from '@ant-design/icons';
import { type Feature, type Permission, screen } from '../../app/feature.ts';
import { loadTodo } from './todo.ts';

const READ = 'evaluation.read';
const ENTER = 'survey.enter';
const RECORDS: readonly Permission[] = ['evaluation.manage', 'evaluation.answer'];

export const feature: Feature = {
	key: 'evaluation',
	menu: [
		{
			key: 'evaluation',
			label: '考核评估',
			icon: <TrophyOutlined aria-hidden />,
			path: '/evaluation',
			permission: READ,
			group: 'oversight',
		},
		{
			key: 'surveys',
			label: '社会评议',
			icon: <FormOutlined aria-hidden />,
			path: '/surveys',
			permission: ENTER,
			group: 'oversight',
		},
		{
			key: 'accountability',
			label: '责任追究',
			icon: <AuditOutlined aria-hidden />,
			path: '/accountability',
			permission: RECORDS,
			group: 'oversight',
		},
	],
	routes: [
		screen(
			'evaluation',
			{ title: '考核评估', permission: READ },
			async () => (await import('./rounds-page.tsx')).RoundsPage,
		),
		screen(
			'evaluation/rounds/:id',
			{ title: '考核', permission: READ },
			async () => (await import('./round-page.tsx')).RoundPage,
		),
		screen(
			'evaluation/rounds/:id/offices/:officeId',
			{ title: '机关考核扣分', permission: READ },
			async () => (await import('./office-page.tsx')).OfficePage,
		),
		screen(
			'evaluation/trees/:id',
			{ title: '考核指标体系', permission: READ },
			async () => (await import('./tree-page.tsx')).TreePage,
		),
		screen(
			'surveys',
			{ title: '社会评议', permission: ENTER },
			async () => (await import('./surveys-page.tsx')).SurveysPage,
		),
		screen(
			'surveys/:id',
			{ title: '社会评议问卷', permission: ENTER },
			async () => (await import('./survey-page.tsx')).SurveyPage,
		),
		screen(
			'accountability',
			{ title: '责任追究', permission: RECORDS },
			async () => (await import('./accountability-page.tsx')).AccountabilityPage,
		),
	],
	todo: { title: '考核评估', permission: READ, load: loadTodo },
};
