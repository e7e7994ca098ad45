import { Tag } from 'antd';
import { Link } from 'react-router';
import { type Column, DateText, DateTimeText, DueBadge, StatusTag } from '../../ui/index.ts';
import type { DocumentLine, Options } from './api.ts';
import { STATE_LOOK, stateLabel } from './states.ts';

/** Columns of the list; the office is shown to those who see several. */
export function documentColumns(options: Options | undefined, several: boolean): Column<DocumentLine>[] {
	const typeLabel = (type: string) => options?.types.find(({ value }) => value === type)?.label ?? '';
	const all: (Column<DocumentLine> | null)[] = [
		{ key: 'title', title: '标题', width: '34%', render: (row) => <Title row={row} type={typeLabel(row.type)} /> },
		several ? { key: 'office', title: '机关', render: ({ officeName }) => officeName } : null,
		{ key: 'column', title: '栏目', render: ({ columnName }) => columnName || '—' },
		{ key: 'state', title: '状态', render: (row) => <State row={row} /> },
		{ key: 'due', title: '公开期限', render: (row) => <Due row={row} /> },
		{ key: 'formedOn', title: '成文日期', render: ({ formedOn }) => <DateText day={formedOn} /> },
		{ key: 'saved', title: '最近修改', render: (row) => <Saved row={row} /> },
	];
	return all.filter((column) => column !== null);
}

function Title({ row, type }: { row: DocumentLine; type: string }) {
	return (
		<div className="pub-title">
			<Link to={`/documents/${row.id}`}>{row.title || '（未填写标题）'}</Link>
			<div className="gk-hint">{[type, row.indexNumber].filter(Boolean).join(' · ')}</div>
		</div>
	);
}

function State({ row: { state, edition, live, attribute, awaitsOpinion } }: { row: DocumentLine }) {
	const older = live && state !== 'published';
	return (
		<>
			<StatusTag state={state} look={STATE_LOOK} {...stateLabel(state, attribute)} />
			{edition > 1 ? <Tag>第{edition}版</Tag> : null}
			{awaitsOpinion ? <div className="gk-hint">待审查公开属性</div> : null}
			{older ? <div className="gk-hint">上一版仍在网站公开</div> : null}
		</>
	);
}

function Due({ row: { clock, publishAt, firstPublishedAt, state, reads } }: { row: DocumentLine }) {
	if (state === 'scheduled' && publishAt) {
		return (
			<>
				将于 <DateTimeText at={publishAt} /> 发布
			</>
		);
	}
	if (clock?.due) {
		return <DueBadge due={clock.due} daysLeft={clock.daysLeft ?? undefined} unit="个工作日" mark={clock.mark} />;
	}
	if (firstPublishedAt) {
		return (
			<>
				<DateTimeText at={firstPublishedAt} /> 公开
				{reads > 0 ? <div className="gk-hint">{`浏览 ${reads} 次`}</div> : null}
			</>
		);
	}
	return '—';
}

function Saved({ row: { savedAt, savedByName } }: { row: DocumentLine }) {
	return (
		<>
			{savedByName ? <div>{savedByName}</div> : null}
			<small className="gk-hint">
				<DateTimeText at={savedAt} />
			</small>
		</>
	);
}
