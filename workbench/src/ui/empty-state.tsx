import { Empty } from 'antd';
import type { ReactNode } from 'react';

interface EmptyStateProps {
	/** What there is none of: 「还没有收到申请」. */
	title: string;
	/** What to do about it. */
	hint?: string;
	action?: ReactNode;
}

/** In place of an empty list: what is missing and how to begin. */
export function EmptyState({ title, hint, action }: EmptyStateProps) {
	return (
		<Empty
			image={Empty.PRESENTED_IMAGE_SIMPLE}
			description={
				<>
					<div>{title}</div>
					{hint ? <div className="gk-hint">{hint}</div> : null}
				</>
			}
		>
			{action}
		</Empty>
	);
}
