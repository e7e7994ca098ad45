import type { UseQueryResult } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { LoadFault } from './refused.tsx';

/** Shows a query: grey lines while it is read for the first time, the reason when it failed, else its content. */
export function Loaded<T>({ query, children }: { query: UseQueryResult<T>; children: (data: T) => ReactNode }) {
	if (query.data !== undefined) return children(query.data);
	if (query.isError) return <LoadFault error={query.error} onRetry={() => void query.refetch()} />;
	return (
		<div role="status" aria-label="正在读取">
			<Skeleton active paragraph={{ rows: 6 }} />
		</div>
	);
}
