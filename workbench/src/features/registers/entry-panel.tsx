import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { download } from '../../api/index.ts';
import {
	DescriptionList,
	FileUpload,
	formatDay,
	formatSize,
	History,
	Loaded,
	MovesBar,
	SidePanel,
	useCommand,
} from '../../ui/index.ts';
import { correctEntry, type EntryDetail, type Kind, readEntry, voidEntry } from './api.ts';
import { EntryForm, givenFields } from './entry-form.tsx';
import { fieldText } from './words.ts';

const STATES = { standing: '有效', corrected: '已更正', void: '已作废' } as const;

interface EntryPanelProps {
	kind: Kind;
	id: number | null;
	onClose: () => void;
	onOpen: (id: number) => void;
}

/** A line with its papers, its corrections and its history; corrected or struck out here. */
export function EntryPanel({ kind, id, onClose, onOpen }: EntryPanelProps) {
	const query = useQuery({
		queryKey: ['registers', 'entry', id],
		queryFn: () => readEntry(id ?? 0),
		enabled: id !== null,
	});
	return (
		<SidePanel open={id !== null} title={kind.label} onClose={onClose}>
			<Loaded query={query}>
				{(detail) => <Detail kind={kind} detail={detail} onOpen={onOpen} key={detail.entry.id} />}
			</Loaded>
		</SidePanel>
	);
}

function Detail({ kind, detail, onOpen }: { kind: Kind; detail: EntryDetail; onOpen: (id: number) => void }) {
	const { entry, chain, evidence, history } = detail;
	const { message } = App.useApp();
	const queries = useQueryClient();
	const [correcting, setCorrecting] = useState(false);
	const readAnew = () => queries.invalidateQueries({ queryKey: ['registers'] });
	if (correcting) {
		return (
			<EntryForm
				kind={kind}
				correcting={entry}
				onSend={async (values) => {
					const body = { ...values, fields: givenFields(values), note: values.note ?? '', reason: values.reason ?? '' };
					const { id } = await correctEntry(entry.id, body);
					await readAnew();
					message.success('已更正。');
					setCorrecting(false);
					onOpen(id);
				}}
			/>
		);
	}
	const writes = entry.moves?.some((move) => move.allowed) ?? false;
	return (
		<>
			<MovesBar
				moves={entry.moves ?? []}
				questions={{ void: { text: '作废后不再计入合计，记录仍可查看。', reason: 'required', danger: true } }}
				onMove={async (action, reason) => {
					if (action === 'correct') return setCorrecting(true);
					await voidEntry(entry.id, reason);
					await readAnew();
					message.success('已作废。');
				}}
			/>
			<div className="gk-gap" />
			<DescriptionList narrow items={facts(kind, detail)} />
			<h3>佐证材料</h3>
			<ul className="gk-plain-list">
				{evidence.map((paper) => (
					<li key={paper.id}>
						<Paper entryId={paper.entryId} id={paper.id} name={paper.fileName} size={paper.size} />
					</li>
				))}
			</ul>
			{evidence.length === 0 ? <p className="gk-hint">没有附佐证材料。</p> : null}
			{writes ? (
				<FileUpload
					path={`/api/registers/entries/${entry.id}/evidence`}
					hint="案卷、票据、签到表等，一次可选多个"
					multiple
					onUploaded={() => void readAnew()}
				/>
			) : null}
			{chain.length > 1 ? <Chain chain={chain} current={entry.id} onOpen={onOpen} /> : null}
			<h3>办理记录</h3>
			<History
				entries={history.map(({ at, actorName, entry: text, data }) => ({
					at,
					actorName,
					text,
					note: typeof data.reason === 'string' ? data.reason : undefined,
				}))}
			/>
		</>
	);
}

function facts(kind: Kind, { entry }: EntryDetail) {
	return [
		{ label: '状态', value: STATES[entry.state] },
		{ label: '日期', value: formatDay(entry.day) },
		{
			label: '数量',
			value: entry.entryType === 'zero' ? `零报告（0 ${kind.unit}）` : `${entry.quantity} ${kind.unit}`,
		},
		...kind.fields.map((field) => ({ label: field.label, value: fieldText(field, entry.fields[field.key]) })),
		{ label: entry.entryType === 'zero' ? '依据' : '备注', value: entry.note },
		...(entry.voidReason ? [{ label: '作废理由', value: entry.voidReason }] : []),
		...(entry.reason ? [{ label: '更正理由', value: entry.reason }] : []),
		{ label: '登记人', value: entry.personName },
	];
}

function Paper({ entryId, id, name, size }: { entryId: number; id: number; name: string; size: number }) {
	const { run, busy } = useCommand(() => download(`/api/registers/entries/${entryId}/evidence/${id}`, name));
	return (
		<Button type="link" size="small" loading={busy} onClick={() => void run()}>
			{name}（{formatSize(size)}）
		</Button>
	);
}

interface ChainProps {
	chain: EntryDetail['chain'];
	current: number;
	onOpen: (id: number) => void;
}

function Chain({ chain, current, onOpen }: ChainProps) {
	return (
		<>
			<h3>更正经过</h3>
			<ul className="gk-plain-list">
				{chain.map((one) => (
					<li key={one.id}>
						{formatDay(one.day)}，{one.quantity}
						{one.reason ? `（${one.reason}）` : ''}
						{one.id === current ? '　本条' : null}
						{one.id === current ? null : (
							<Button type="link" size="small" onClick={() => onOpen(one.id)}>
								查看
							</Button>
						)}
					</li>
				))}
			</ul>
		</>
	);
}
