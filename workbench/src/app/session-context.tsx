import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useCallback, useContext, useMemo } from 'react';
import { asProblem } from '../api/index.ts';
import { readSession, type Session } from '../api/session.ts';
import { ViewerContext } from '../ui/viewer.ts';
import { WholePage } from '../ui/whole-page.tsx';
import { mayUse, type Needs } from './feature.ts';

/** The signed-in person as screens see them. */
export interface SessionView {
	session: Session;
	/** Whether the person may do this, or at least one of these. The server decides; this only spares a refusal. */
	can(needs: Needs): boolean;
	/** Takes a session that began or changed; everything read for another person or office is forgotten. */
	accept(session: Session): void;
}

const SessionContext = createContext<SessionView | null>(null);
const KEY = ['session'] as const;
/** The day of the server changes at midnight, the page may stay open for days. */
const READ_AGAIN_MS = 10 * 60_000;

/** Reads the session once and gives it to everything below; until then, and when no answer comes, a page of its own. */
export function SessionProvider({ children }: { children: ReactNode }) {
	const queries = useQueryClient();
	const { data, error, refetch, isFetching } = useQuery({
		queryKey: KEY,
		queryFn: async () => keepPerson(queries.getQueryData<Session>(KEY), await readSession()),
		staleTime: READ_AGAIN_MS,
		refetchInterval: READ_AGAIN_MS,
	});
	const accept = useCallback(
		(next: Session) => {
			const before = queries.getQueryData<Session>(KEY);
			queries.setQueryData(KEY, next);
			if (before?.person?.id === next.person?.id && before?.office?.id === next.office?.id) return;
			queries.removeQueries({ predicate: (query) => query.queryKey[0] !== KEY[0] });
		},
		[queries],
	);
	const view = useMemo<SessionView | null>(
		() => (data ? { session: data, can: (needs) => mayUse(needs, data.permissions), accept } : null),
		[data, accept],
	);
	const viewer = useMemo(() => ({ personId: data?.person?.id ?? 0, today: data?.today ?? '' }), [data]);
	if (view) {
		return (
			<SessionContext value={view}>
				<ViewerContext value={viewer}>{children}</ViewerContext>
			</SessionContext>
		);
	}
	if (!error) return <WholePage busy title="正在打开工作台…" />;
	return <WholePage title={asProblem(error).title} action="重试" busy={isFetching} onAction={() => void refetch()} />;
}

/** A session that ended while the page was open leaves the screen as it is: the next request asks for the password over it. */
export function keepPerson(before: Session | undefined, now: Session): Session {
	return before?.person && !now.person ? { ...before, today: now.today, calendarUntil: now.calendarUntil } : now;
}

/** The session of the page. Throws outside SessionProvider. */
export function useSession(): SessionView {
	const view = useContext(SessionContext);
	if (!view) throw new Error('useSession outside SessionProvider');
	return view;
}
