import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { api, dataOf } from '../../../api/index.ts';
import { useCommand } from '../../../ui/index.ts';
import type { DocumentDetail } from '../api.ts';

const BY_RULE = 'rule';
const NONE = 'none';

/** 公开事项 to which a public document belongs: by the words of the rule, or as somebody said. */
export function EntryBox({ document: { id, live } }: { document: DocumentDetail }) {
	const key = ['entries', 'document', id];
	const path = { params: { path: { documentId: id } } };
	const { data } = useQuery({
		queryKey: key,
		queryFn: () => dataOf(api.GET('/api/documents/{documentId}/entry', path)),
		enabled: live,
	});
	const put = (chosen: string) =>
		dataOf(
			api.PUT('/api/documents/{documentId}/entry', {
				...path,
				body: { entryId: chosen === BY_RULE || chosen === NONE ? null : Number(chosen), byRule: chosen === BY_RULE },
			}),
		);
	const { run, busy } = useCommand(put, { refresh: [['entries']], done: '公开事项已更改。' });
	if (!live || !data || data.options.length === 0) return null;
	const found = data.options.find((option) => option.id === data.entryId)?.title ?? '没有归入公开事项';
	const value = data.byPerson ? String(data.entryId ?? NONE) : BY_RULE;
	return (
		<section className="gk-panel" aria-label="公开事项">
			<h2>公开事项</h2>
			{data.mayChange ? (
				<Select
					className="gk-full"
					aria-label="归入的公开事项"
					loading={busy}
					showSearch={{ optionFilterProp: 'label' }}
					value={value}
					options={[
						{ value: BY_RULE, label: data.byPerson ? '由系统按词语归入' : `系统归入：${found}` },
						...data.options.map((option) => ({ value: String(option.id), label: option.title })),
						{ value: NONE, label: '不归入任何公开事项' },
					]}
					onChange={(next) => void run(next)}
				/>
			) : (
				<p>{found}</p>
			)}
		</section>
	);
}
