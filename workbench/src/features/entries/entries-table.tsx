import { Button, Tag } from 'antd';
import { Link } from 'react-router';
import { type Column, formatDay, StatusTag } from '../../ui/index.ts';
import type { Entry } from './api.ts';
import { DUTY_LOOK, dutyNote, dutyState, LOOK } from './words.ts';

/** Columns of a list of entries; `fields` names the fields by code. `edit` is null for those who only read. */
export function entryColumns(
	fields: ReadonlyMap<string, string>,
	officeSlug: string,
	edit: ((entry: Entry) => void) | null,
): Column<Entry>[] {
	const all: (Column<Entry> | null)[] = [
		{ key: 'field', title: '领域', width: 120, render: ({ field }) => fields.get(field) ?? field },
		{ key: 'title', title: '公开事项', render: (entry) => <Title entry={entry} /> },
		{ key: 'timing', title: '公开时限', render: ({ timing }) => <div className="ent-short">{timing}</div> },
		{ key: 'standing', title: '状态', width: 130, render: (entry) => <Standing entry={entry} /> },
		{ key: 'duty', title: '公开情况', render: (entry) => <DutyCell entry={entry} officeSlug={officeSlug} /> },
		edit
			? {
					key: 'edit',
					title: '操作',
					width: 80,
					render: (entry) => (
						<Button size="small" aria-label={`修改：${entry.title}`} onClick={() => edit(entry)}>
							修改
						</Button>
					),
				}
			: null,
	];
	return all.filter((column) => column !== null);
}

function Title({ entry: { title, content, standardCode, standardNews } }: { entry: Entry }) {
	return (
		<div className="ent-cell">
			{title}
			<div className="gk-hint">{content.elements}</div>
			<div className="gk-hint">
				{standardCode === '' ? '本机关自定' : `标准目录 ${standardCode}`}
				{standardNews === 'changed' ? <Tag color="processing">标准有更新</Tag> : null}
				{standardNews === 'ended' ? <Tag>标准已取消</Tag> : null}
			</div>
		</div>
	);
}

function Standing({ entry: { standing, trimLabel, reason } }: { entry: Entry }) {
	return (
		<>
			<StatusTag state={standing} look={LOOK} />
			{standing === 'trimmed' ? (
				<div className="gk-hint">{reason === trimLabel ? trimLabel : `${trimLabel}：${reason}`}</div>
			) : null}
		</>
	);
}

function DutyCell({ entry: { id, duty }, officeSlug }: { entry: Entry; officeSlug: string }) {
	if (!duty) return '—';
	const [newest] = duty.documents;
	const note = dutyNote(duty);
	return (
		<div className="ent-cell">
			<StatusTag state={dutyState(duty)} look={DUTY_LOOK} />
			<a href={`/o/${officeSlug}/entries/${id}`} target="_blank" rel="noreferrer">
				{duty.count}条
			</a>
			{note === '' ? null : <div className="gk-hint">{note}</div>}
			{newest ? (
				<div className="gk-hint">
					最近：<Link to={`/documents/${newest.id}`}>{newest.title}</Link>（{formatDay(newest.publishedOn)}）
				</div>
			) : null}
		</div>
	);
}
