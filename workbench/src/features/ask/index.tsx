import { BulbOutlined, QuestionCircleOutlined } from '@ant-design/icons';
import { type Feature, screen } from '../../app/feature.ts';

const READ = 'faq.read';
const ASKED = 'ask.read';

export const feature: Feature = {
	key: 'ask',
	menu: [
		{
			key: 'faq',
			label: '问答库',
			icon: <BulbOutlined aria-hidden />,
			path: '/faq',
			permission: READ,
			group: 'response',
		},
		{
			key: 'asked',
			label: '公众提问',
			icon: <QuestionCircleOutlined aria-hidden />,
			path: '/asked',
			permission: ASKED,
			group: 'response',
		},
	],
	routes: [
		screen('faq', { title: '问答库', permission: READ }, async () => (await import('./list-page.tsx')).ListPage),
		screen('faq/:id', { title: '问答', permission: READ }, async () => (await import('./entry-page.tsx')).EntryPage),
		screen('asked', { title: '公众提问', permission: ASKED }, async () => (await import('./asked-page.tsx')).AskedPage),
	],
};
