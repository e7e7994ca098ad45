import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { useSession } from '../../app/session-context.tsx';
import { DownloadButton, formatDay, Loaded, PageHeader } from '../../ui/index.ts';
import { KEY, type ListView, readList } from './api.ts';
import { ItemCard } from './item-card.tsx';
import './supervision.css';

export function ListPage() {
	const id = Number(useParams().id);
	const query = useQuery({ queryKey: [...KEY, 'list', id], queryFn: () => readList(id) });
	return <Loaded query={query}>{(list) => <List list={list} />}</Loaded>;
}

/** One list: every matter, who has it in hand, and the papers that come of it. */
function List({ list }: { list: ListView }) {
	const { can } = useSession();
	const { id, title, issuedOn, dueOn, personName, note, rows } = list;
	const closed = rows.filter(({ state }) => state === 'closed').length;
	const base = `/api/rectifications/${id}`;
	return (
		<>
			<PageHeader
				title={title}
				subtitle={`${formatDay(issuedOn)}由${personName}下发，期限${formatDay(dueOn)}；共${rows.length}个问题，已销号${closed}个。`}
				back={{ to: '/rectifications', label: '整改清单' }}
				extra={
					<>
						<DownloadButton path={`${base}/list`} label="清单" />
						<DownloadButton path={`${base}/list?format=pdf`} label="清单（PDF）" />
						<DownloadButton path={`${base}/sheet`} label="清单（表格）" />
						{can('supervision.manage') ? (
							<>
								<DownloadButton path={`${base}/circular`} label="通报" />
								<DownloadButton path={`${base}/circular?format=pdf`} label="通报（PDF）" />
							</>
						) : null}
					</>
				}
			/>
			{note ? <p className="gk-panel gk-break">{note}</p> : null}
			{rows.map((item) => (
				<ItemCard key={item.id} item={item} />
			))}
		</>
	);
}
