import { TeamOutlined } from '@ant-design/icons';
import { type Feature, screen } from '../../app/feature.ts';

const MANAGE = 'person.manage';

export const feature: Feature = {
	key: 'people',
	menu: [
		{
			key: 'people',
			label: '人员',
			icon: <TeamOutlined aria-hidden />,
			path: '/people',
			permission: MANAGE,
			group: 'county',
		},
	],
	routes: [
		screen('people', { title: '人员', permission: MANAGE }, async () => (await import('./list-page.tsx')).ListPage),
		screen(
			'people/new',
			{ title: '新增人员', permission: MANAGE },
			async () => (await import('./new-page.tsx')).NewPage,
		),
		screen(
			'people/:id',
			{ title: '人员', permission: MANAGE },
			async () => (await import('./person-page.tsx')).PersonPage,
		),
	],
};
