import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { createMemoryRouter, RouterProvider } from 'react-router';
import type { Session } from '../api/index.ts';
import { Look } from '../app/providers.tsx';
import { SessionProvider } from '../app/session-context.tsx';

/** Support for tests of screens: they are rendered once, without a browser, with what the server has answered already. */
export interface Rendering {
	session?: Session;
	/** Answers of the server by query key. */
	data?: readonly (readonly [key: readonly unknown[], answer: unknown])[];
	/** The address the screen is opened at, and the pattern it stands under. */
	at?: string;
	path?: string;
}

/** A session of the administrator of an invented county; `change` overrides parts of it. */
export function sessionOf(change: Partial<Session> = {}): Session {
	const office = {
		id: 1,
		name: '青河县人民政府办公室',
		shortName: '县政府办',
		slug: 'qinghe',
		kind: 'county',
		status: 'active',
	};
	return {
		site: {
			countyName: '青河县',
			systemName: '青河县政府信息公开平台',
			demo: false,
			demoAccounts: [],
			passwordRules: ['至少10位'],
		},
		today: '2026-06-01',
		calendarUntil: '2026-12-31',
		csrfToken: 'token',
		person: { id: 12, name: '石磊', userName: 'administrator', mustChangePassword: false },
		office,
		roles: ['administrator'],
		permissions: ['office.read', 'office.manage', 'person.manage', 'calendar.manage', 'settings.manage', 'audit.read'],
		offices: [{ ...office, roles: ['administrator'] }],
		...change,
	};
}

/** The markup of an element inside everything a screen takes for granted. */
export function render(
	element: ReactNode,
	{ session = sessionOf(), data = [], at = '/', path }: Rendering = {},
): string {
	const queries = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } });
	queries.setQueryData(['session'], session);
	for (const [key, answer] of data) queries.setQueryData(key, answer);
	const router = createMemoryRouter([{ path: path ?? '*', element }], { initialEntries: [at] });
	return renderToStaticMarkup(
		<Look>
			<QueryClientProvider client={queries}>
				<SessionProvider>
					<RouterProvider router={router} />
				</SessionProvider>
			</QueryClientProvider>
		</Look>,
	);
}

/** The words of a markup, with single spaces, without those of pictures. */
export function textOf(markup: string): string {
	return markup
		.replace(/<(style|script|svg)[^>]*>.*?<\/\1>/gs, '')
		.replace(/<[^>]+>/g, ' ')
		.replace(/&amp;/g, '&')
		.replace(/&gt;/g, '>')
		.replace(/&lt;/g, '<')
		.replace(/&#x27;/g, "'")
		.replace(/&quot;/g, '"')
		.replace(/\s+/g, ' ')
		.trim();
}
