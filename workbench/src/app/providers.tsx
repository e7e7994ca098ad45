import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import type { ReactNode } from 'react';
import { isTransient } from '../api/index.ts';
import { useMedia } from '../ui/use-media.ts';
import { SessionProvider } from './session-context.tsx';
import { STILL_THEME, THEME } from './theme.ts';

dayjs.locale('zh-cn');

const quiet = { onError: () => {} };

/** Asks twice more when the server is out of reach; a refusal is an answer and is never asked again. */
export function createQueries(): QueryClient {
	return new QueryClient({
		queryCache: new QueryCache(quiet),
		mutationCache: new MutationCache(quiet),
		defaultOptions: {
			queries: { staleTime: 10_000, retry: (failures, error) => isTransient(error) && failures < 2 },
			mutations: { retry: false },
		},
	});
}

const queries = createQueries();

/** Language and look, and the place where messages appear. */
export function Look({ children }: { children: ReactNode }) {
	const still = useMedia('(prefers-reduced-motion: reduce)');
	return (
		<ConfigProvider
			locale={zhCN}
			theme={still ? STILL_THEME : THEME}
			button={{ autoInsertSpace: false }}
			form={{ colon: false, requiredMark: true, scrollToFirstError: { behavior: 'smooth', block: 'center' } }}
		>
			<App message={{ maxCount: 3, duration: 4 }} className="gk-app">
				{children}
			</App>
		</ConfigProvider>
	);
}

/** Language, look, data and session: everything a screen takes for granted. */
export function Providers({ children }: { children: ReactNode }) {
	return (
		<Look>
			<QueryClientProvider client={queries}>
				<SessionProvider>{children}</SessionProvider>
			</QueryClientProvider>
		</Look>
	);
}
