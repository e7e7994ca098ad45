import { HomeOutlined } from '@ant-design/icons';
import { type Feature, screen } from '../../app/feature.ts';

export const feature: Feature = {
	key: 'home',
	menu: [{ key: 'home', label: '我的待办', icon: <HomeOutlined aria-hidden />, path: '/' }],
	routes: [screen('/', { title: '我的待办' }, async () => (await import('./home-page.tsx')).HomePage)],
};
