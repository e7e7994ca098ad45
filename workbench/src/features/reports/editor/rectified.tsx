import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useSession } from '../../../app/session-context.tsx';
import { formatDay } from '../../../ui/index.ts';
import { type ClosedItem, readClosedItems } from '../api.ts';

/** 整改 closed in the year, offered as sentences of section five. */
export function Rectified({ year, onTake }: { year: number; onTake: (text: string) => void }) {
	const { can } = useSession();
	const query = useQuery({
		queryKey: ['rectifications', 'closed', year],
		queryFn: () => readClosedItems(year),
		enabled: can('supervision.read'),
	});
	const rows = query.data?.rows ?? [];
	if (rows.length === 0) return null;
	return (
		<>
			<p className="gk-hint">{year}年已完成整改的事项：</p>
			<ul className="gk-offers">
				{rows.map((row) => (
					<li key={row.id}>
						{formatDay(row.closedOn)}　{row.message}{' '}
						<Button size="small" onClick={() => onTake(sentenceOf(row))}>
							写入整改情况
						</Button>
					</li>
				))}
			</ul>
		</>
	);
}

/** 「…。已整改：…。」 */
function sentenceOf({ message, reply }: ClosedItem): string {
	const ended = (text: string) => text.trim().replace(/[。；]*$/, '。');
	return reply === '' ? `${ended(message)}已完成整改。` : `${ended(message)}整改情况：${ended(reply)}`;
}
