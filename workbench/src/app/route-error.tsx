import { useRouteError } from 'react-router';
import { asProblem } from '../api/index.ts';
import { WholePage } from '../ui/whole-page.tsx';

/** Whether a screen's file could not be loaded: the server has a newer build, or the network is gone. */
export function isStaleBuild(error: unknown): boolean {
	return error instanceof Error && /dynamically imported module|module script failed|preload/i.test(error.message);
}

/** What stands in place of a screen that broke. `whole` when the shell itself did. */
export function RouteError({ whole = false }: { whole?: boolean }) {
	const error = useRouteError();
	const title = isStaleBuild(error) ? '系统已更新或网络中断，请刷新页面后继续。' : asProblem(error).title;
	return <WholePage inset={!whole} title={title} action="刷新页面" onAction={() => window.location.reload()} />;
}
