import { Timeline } from 'antd';
import type { ReactNode } from 'react';
import { EmptyState } from './empty-state.tsx';
import { formatInstant } from './format.ts';

export interface HistoryEntry {
	at: string;
	actorName: string;
	/** What happened, in words: 「提交保密审查」. */
	text: ReactNode;
	/** Reason or remark. */
	note?: ReactNode;
}

/** Who did what and when with a case; give the entries oldest first, they are shown newest first. */
export function History({ entries }: { entries: readonly HistoryEntry[] }) {
	if (entries.length === 0) return <EmptyState title="暂无办理记录" />;
	return (
		<Timeline
			items={[...entries].reverse().map(({ at, actorName, text, note }, index) => ({
				key: `${at} ${entries.length - index}`,
				content: (
					<>
						<div>
							<strong>{text}</strong>
						</div>
						{note ? <div>{note}</div> : null}
						<small className="gk-hint">
							{actorName} · <time dateTime={at}>{formatInstant(at)}</time>
						</small>
					</>
				),
			}))}
		/>
	);
}
