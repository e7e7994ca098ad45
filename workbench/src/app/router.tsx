import { createBrowserRouter, type RouteObject } from 'react-router';
import { NotFound } from '../ui/refused.tsx';
import { Entrance } from './entrance.tsx';
import { FEATURES } from './features.ts';
import { RouteError } from './route-error.tsx';
import { Shell } from './shell.tsx';

/** The addresses of all features inside the shell; whatever is left is «not found». */
export function routes(): RouteObject[] {
	const screens = FEATURES.flatMap((feature) => feature.routes);
	return [
		{
			element: (
				<Entrance>
					<Shell />
				</Entrance>
			),
			errorElement: <RouteError whole />,
			hydrateFallbackElement: <></>,
			children: [
				{
					errorElement: <RouteError />,
					children: [...screens, { path: '*', element: <NotFound />, handle: { title: '没有找到' } }],
				},
			],
		},
	];
}

/** Built once, before React starts. */
export const router = createBrowserRouter(routes(), { basename: '/workbench' });
